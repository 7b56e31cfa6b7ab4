package org.parley.store.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.store.Engine;

/**
 * Runs all tests of a class once on every engine. The class takes the engine into a field
 * {@code @Parameter Engine engine;} and gets its databases from {@link TestDatabases}.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnEachEngine {}
