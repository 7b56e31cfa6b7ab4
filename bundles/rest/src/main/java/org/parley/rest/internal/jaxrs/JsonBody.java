package org.parley.rest.internal.jaxrs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.rest.ParleyJson;
import org.parley.rest.Problem;

/** Reads and writes the bodies of resources as JSON. */
@Component(service = {MessageBodyReader.class, MessageBodyWriter.class})
@JakartarsExtension
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json", Problem.MEDIA_TYPE})
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** What JAX-RS itself passes on as it is. */
    private static final Set<Class<?>> RAW = Set.of(byte[].class, String.class, InputStream.class, Reader.class, File.class);

    private final ObjectMapper json = ParleyJson.newMapper();

    public static boolean isJson(@Nullable MediaType type) {
        return type != null && type.getType().equalsIgnoreCase("application")
                && (type.getSubtype().equalsIgnoreCase("json") || type.getSubtype().toLowerCase(Locale.ROOT).endsWith("+json"));
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(mediaType) && !RAW.contains(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        Object value = read(genericType, body);
        if (value == null) {
            // A JSON null where a value is wanted.
            return json.readerFor(json.constructType(genericType)).readValue("");
        }
        return value;
    }

    private Object read(Type type, InputStream body) throws IOException {
        try {
            return json.readerFor(json.constructType(type)).readValue(ParleyJson.utf8(body));
        } catch (NumberFormatException e) {
            // A tree's numbers pass none of our own readers.
            throw new InvalidInput(ErrorCode.MALFORMED_JSON, "", "a number in the body has an exponent of more than ten digits");
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(mediaType) && !RAW.contains(type) && !StreamingOutput.class.isAssignableFrom(type)
                && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(body, value);
    }
}
