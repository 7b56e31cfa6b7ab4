package org.parley.pricing.api;

/**
 * Why a policy cannot work.
 *
 * @param parameter the parameter at fault
 * @param detail    what is wrong and what would do
 */
public record PolicyProblem(String parameter, String detail) {}
