package net.ixapi.auth.stub.token;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;

/** Signs, and tells its own signatures from others. Safe for many threads. */
interface Signatures {
    byte[] sign(byte[] input) throws GeneralSecurityException;

    boolean verify(byte[] input, byte[] signature) throws GeneralSecurityException;

    /**
     * Signatures of the Java runtime.
     *
     * @param name what it calls the algorithm
     * @param keys sign and verify
     */
    record Asymmetric(String name, KeyPair keys) implements Signatures {
        @Override
        public byte[] sign(byte[] input) throws GeneralSecurityException {
            Signature signer = Signature.getInstance(name);
            signer.initSign(keys.getPrivate());
            signer.update(input);
            return signer.sign();
        }

        @Override
        public boolean verify(byte[] input, byte[] signature) throws GeneralSecurityException {
            Signature verifier = Signature.getInstance(name);
            verifier.initVerify(keys.getPublic());
            verifier.update(input);
            return !hasZeros(signature) && verifier.verify(signature);
        }

        /** The first releases of Java 17 took them for the ES256 signature of any text (CVE-2022-21449). */
        static boolean hasZeros(byte[] signature) {
            int half = signature.length / 2;
            return Arrays.equals(signature, 0, half, new byte[half], 0, half)
                    || Arrays.equals(signature, half, 2 * half, new byte[half], 0, half);
        }
    }
}
