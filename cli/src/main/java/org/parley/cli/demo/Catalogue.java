package org.parley.cli.demo;

/** What the sample seller sells, and by which rules. */
final class Catalogue {

    static final String MAGAZINE = "magazine";
    static final String PODCAST = "podcast";

    private Catalogue() {}

    /**
     * An offering or a policy to PUT.
     *
     * @param path below the API's base path
     * @param body JSON
     */
    record Thing(String path, String body) {}

    static final Thing MAGAZINE_OFFERING = new Thing("/offerings/" + MAGAZINE, """
            {"name":"The Morning Magazine","currency":"EUR",
             "schedule":{"flat":"2.00","rates":{"article":"0.20"}}}""");
    static final Thing PODCAST_OFFERING = new Thing("/offerings/" + PODCAST, """
            {"name":"The Evening Podcast","currency":"EUR","schedule":{"flat":"5.00"}}""");
    static final Thing MAGAZINE_POLICY = new Thing("/policies/magazine-fairpay", """
            {"strategy":"fairpay","respondWithin":"P7D",
             "parameters":{"reasons":{"STUDENT":0.3,"LOW_INCOME":0.4,"UNEMPLOYED":0.4,"FOUND_ERROR":0.2,"NOT_USED":0.2}}}""");
    static final Thing PODCAST_POLICY = new Thing("/policies/podcast-open", """
            {"strategy":"pay-what-you-want","respondWithin":"P7D"}""");

    /** The policy that an offering is sold under. */
    static String policy(String offering) {
        return offering.equals(MAGAZINE) ? "magazine-fairpay" : "podcast-open";
    }

    /** Whether the price decides about the next offer. */
    static boolean gated(String offering) {
        return offering.equals(MAGAZINE);
    }
}
