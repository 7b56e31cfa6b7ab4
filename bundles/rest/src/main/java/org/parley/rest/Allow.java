package org.parley.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.parley.seller.api.Role;

/**
 * Who may call a resource method: holders of a key with one of these roles, and admins always. A resource method with
 * neither this nor {@link Public} is closed to everyone, so that one who forgets it opens nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    /** The roles beside {@link Role#ADMIN}; name {@code ADMIN} alone for what only admins may do. */
    Role[] value();
}
