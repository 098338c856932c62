package net.ixapi.auth.contract.run;

/**
 * How far a run is.
 *
 * @param number of the check that begins, from 1
 * @param checks how many there are
 * @param check the name of the check that begins
 * @param requests how many were sent so far
 * @param findings how many there are so far
 */
public record Progress(int number, int checks, String check, int requests, int findings) {
    @Override
    public String toString() {
        return String.format("[%d/%d] %s · %d requests · %d findings", number, checks, check, requests, findings);
    }
}
