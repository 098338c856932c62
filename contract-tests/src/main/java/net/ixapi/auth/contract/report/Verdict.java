package net.ixapi.auth.contract.report;

/** What a run says of a server. */
public enum Verdict {
    /** Nothing is wrong, and everything in the document was seen. */
    CONFORMANT("The server keeps the contract."),
    /** Something is wrong. */
    NOT_CONFORMANT("The server does not keep the contract."),
    /** Nothing is wrong, but answers in the document never came. */
    PROVED_TOO_LITTLE("Nothing is wrong with what was seen, but that was too little.");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /**
     * For people.
     *
     * @return one sentence
     */
    public String text() {
        return text;
    }
}
