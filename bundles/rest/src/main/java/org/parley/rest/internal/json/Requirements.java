package org.parley.rest.internal.json;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which components of a record must be there: all but those that have a natural empty value. */
public final class Requirements extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        Boolean annotated = super.hasRequiredMarker(member);
        if (annotated != null || !(member instanceof AnnotatedParameter) || !member.getDeclaringClass().isRecord()) {
            return annotated;
        }
        return !hasEmptyValue(member.getRawType());
    }

    private static boolean hasEmptyValue(Class<?> type) {
        return type == Optional.class || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }
}
