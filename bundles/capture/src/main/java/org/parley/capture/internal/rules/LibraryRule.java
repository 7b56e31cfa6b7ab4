package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;

/** What a schema says that uses more than can be checked while streaming: the library looks at this value's tree. */
record LibraryRule(JsonSchema schema) implements Rule {

    @Override
    public void check(JsonParser parser, Where where, Faults faults) throws IOException {
        int before = faults.all().size();
        JsonNode value = new Tree(parser, faults).read(where);
        if (faults.all().size() == before) {
            schema.validate(value).forEach(message -> tell(message, where, faults));
        }
    }

    private static void tell(ValidationMessage message, Where where, Faults faults) {
        Where at = place(message.getInstanceLocation(), where);
        if (message.getProperty() != null) {
            at = at.member(message.getProperty());
        }
        faults.add(at.toString(), "'" + at + "': " + message.getError());
    }

    private static Where place(JsonNodePath path, Where where) {
        Where at = where;
        for (int i = 0; i < path.getNameCount(); i++) {
            at = path.getElement(i) instanceof Integer index ? at.item(index) : at.member(path.getName(i));
        }
        return at;
    }
}
