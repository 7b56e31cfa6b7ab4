package org.parley.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.parley.common.InvalidInput;

/** An id, that is a record whose one component is a string called {@code value}, is a plain string in JSON. */
final class IdRecords {

    private IdRecords() {}

    static boolean isId(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        RecordComponent[] parts = type.getRecordComponents();
        return parts.length == 1 && parts[0].getType() == String.class && parts[0].getName().equals("value");
    }

    static final class Writers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            return isId(type.getRawClass()) ? new Writer(type.getRawClass(), false) : null;
        }
    }

    static final class KeyWriters extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            return isId(type.getRawClass()) ? new Writer(type.getRawClass(), true) : null;
        }
    }

    static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config, BeanDescription bean) {
            return isId(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
        }
    }

    private static final class Writer extends StdSerializer<Object> {

        private static final long serialVersionUID = 1L;
        private final transient Method value;
        private final boolean asKey;

        Writer(Class<?> type, boolean asKey) {
            super(type, false);
            this.value = type.getRecordComponents()[0].getAccessor();
            this.value.setAccessible(true);
            this.asKey = asKey;
        }

        @Override
        public void serialize(Object id, JsonGenerator out, SerializerProvider provider) throws IOException {
            String text;
            try {
                text = (String) value.invoke(id);
            } catch (ReflectiveOperationException e) {
                throw JsonMappingException.from(out, "cannot read an id", e);
            }
            if (asKey) {
                out.writeFieldName(text);
            } else {
                out.writeString(text);
            }
        }
    }

    private static final class Reader extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1L;
        private final transient Constructor<?> constructor;

        Reader(Class<?> type) {
            super(type);
            try {
                this.constructor = type.getDeclaredConstructor(String.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(e);
            }
            this.constructor.setAccessible(true);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                // The caller is told that a string is wanted: that is the id's form in JSON.
                return context.handleUnexpectedToken(String.class, parser);
            }
            String text = TextReader.checked(parser.getText(), context);
            try {
                return constructor.newInstance(text);
            } catch (InvocationTargetException e) {
                throw JsonMappingException.from(parser, "no id", e.getCause() instanceof InvalidInput input
                        ? new InvalidInput(input.code(), "", input.getMessage()) : e.getCause());
            } catch (ReflectiveOperationException e) {
                throw JsonMappingException.from(parser, "cannot make an id", e);
            }
        }
    }
}
