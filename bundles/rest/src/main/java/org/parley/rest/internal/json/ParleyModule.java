package org.parley.rest.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Page;
import org.parley.common.Values;

/** Puts the JSON forms of Parley's own types together. */
public final class ParleyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public ParleyModule() {
        super("parley");
        addDeserializer(String.class, new TextReader());
        addDeserializer(BigDecimal.class, new DecimalReader());
        addDeserializer(Instant.class, new InstantReader());
        addSerializer(Money.class, new MoneyWriter());
        addDeserializer(Money.class, new MoneyReader());
        addSerializer(Values.class, new ValuesWriter());
        addDeserializer(Values.class, new ValuesReader());
        setMixInAnnotation(Explanation.class, ExplanationForm.class);
        setMixInAnnotation(Page.class, PageForm.class);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new IdRecords.Writers());
        context.addKeySerializers(new IdRecords.KeyWriters());
        context.addDeserializers(new IdRecords.Readers());
    }

    private abstract static class ExplanationForm {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ExplanationForm(List<Explanation.Line> lines) {}

        @JsonValue
        abstract List<Explanation.Line> lines();
    }

    /** The end of a list is said aloud, as {@code "next":null}. */
    private abstract static class PageForm {

        @JsonInclude(JsonInclude.Include.ALWAYS)
        abstract Optional<String> next();
    }
}
