package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads a value as a tree, its numbers exact; for the schemas that cannot be checked while streaming. */
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Faults faults;

    Tree(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The value the parser stands at; of no use if a fault was added. */
    JsonNode read(Where where) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return Numbers.check(parser, where, faults) ? NODES.numberNode(parser.getDecimalValue()) : NODES.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(where);
            case START_ARRAY -> array(where);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(Where where) throws IOException {
        ObjectNode object = NODES.objectNode();
        if (isTooDeep(where)) {
            return object;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.set(name, read(where.member(name)));
        }
        return object;
    }

    private JsonNode array(Where where) throws IOException {
        ArrayNode array = NODES.arrayNode();
        if (isTooDeep(where)) {
            return array;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(where.item(array.size())));
        }
        return array;
    }

    private boolean isTooDeep(Where where) throws IOException {
        if (where.depth() < Skip.MAX_DEPTH - 1) {
            return false;
        }
        Skip.value(parser, where, faults);
        return true;
    }
}
