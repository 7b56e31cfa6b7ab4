package org.parley.capture.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.resource.ClasspathSchemaLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The JSON Schema library, which decides what a schema means. It is set so that it loads nothing from anywhere but its
 * own copy of the meta-schema, takes time linear in the length of a string that a pattern is looked for in, and knows
 * our formats for money.
 */
public final class SchemaLibrary {

    private static final String DRAFT = SchemaId.V202012;

    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH).pathType(PathType.JSON_POINTER).regularExpressionFactory(SchemaLibrary::linear)
            .cacheRefs(false).build();
    private final JsonSchemaFactory factory;
    private final JsonSchema metaSchema;

    public SchemaLibrary() {
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .formats(formats -> Arrays.stream(MoneyForm.values()).forEach(form -> formats.put(form.getName(), form)))
                .build();
        this.factory = JsonSchemaFactory.builder().defaultMetaSchemaIri(DRAFT).metaSchema(dialect).enableSchemaCache(false)
                .schemaLoaders(loaders -> loaders.values(all -> {
                    all.clear();
                    all.add(new ClasspathSchemaLoader(SchemaLibrary.class::getClassLoader));
                })).build();
        // The meta-schema's format of a pattern is looked at elsewhere, when it is known what the pattern costs.
        this.metaSchema = factory.getSchema(SchemaLocation.of(DRAFT), SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(false).locale(Locale.ENGLISH).pathType(PathType.JSON_POINTER).build());
        metaSchema.initializeValidators();
    }

    private static RegularExpression linear(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return value -> pattern.matcher(value).find();
    }

    /** Why a text is no pattern, or needs what only backtracking can do; empty if it can be used. */
    public static Optional<String> patternFault(String regex) {
        try {
            Pattern.compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    /** What is wrong with a document that should be a schema; empty if nothing is. */
    public List<ValidationMessage> faults(JsonNode schema) {
        return List.copyOf(metaSchema.validate(schema));
    }

    /** A schema without references, ready to check values. */
    public JsonSchema compile(JsonNode schema) {
        JsonSchema compiled = factory.getSchema(schema, config);
        compiled.initializeValidators();
        return compiled;
    }

    /** Whether a value is as a schema wants it. */
    public boolean accepts(JsonNode schema, JsonNode value) {
        return compile(schema).validate(value).isEmpty();
    }
}
