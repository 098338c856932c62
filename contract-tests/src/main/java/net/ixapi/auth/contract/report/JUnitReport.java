package net.ixapi.auth.contract.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.ixapi.auth.contract.findings.Level;

/** The report for build servers: each check is a test case, which fails on violations. */
final class JUnitReport {
    /** XML 1.0, section 2.2: not every character may stand in a document. */
    private static final IntPredicate ALLOWED = c -> c == '\t'
            || c == '\n'
            || c == '\r'
            || c >= 0x20 && c <= 0xD7FF
            || c >= 0xE000 && c <= 0xFFFD
            || c >= 0x10000;

    private final XMLStreamWriter xml;
    private final boolean strict;

    private JUnitReport(XMLStreamWriter xml, boolean strict) {
        this.xml = xml;
        this.strict = strict;
    }

    static String of(Report report, boolean strict) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitReport(xml, strict).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string takes every text", e);
        }
        return text + "\n";
    }

    private void write(Report report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attribute("name", "ixapi-auth-contract " + report.target());
        attribute("timestamp", report.started().toString());
        attribute("time", seconds(report.took()));
        attribute("tests", "" + (report.checks().size() + 2));
        attribute("failures", "" + failed(report));
        attribute("errors", report.generatedClient().faults().isEmpty() ? "0" : "1");
        attribute(
                "skipped",
                ""
                        + report.checks().stream()
                                .filter(check -> !check.notRun().isEmpty())
                                .count());
        for (Report.CheckResult check : report.checks()) {
            testCase(report, check);
        }
        coverage(report);
        suite(report);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private long failed(Report report) {
        long checks = report.checks().stream()
                .filter(check -> !failures(report, check).isEmpty())
                .count();
        return report.unexercised().isEmpty() ? checks : checks + 1;
    }

    /** A run that proved too little is no success either. */
    private void coverage(Report report) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", "ixapi-auth-contract");
        attribute("name", "coverage");
        attribute("time", "0");
        if (!report.unexercised().isEmpty()) {
            xml.writeStartElement("failure");
            attribute("type", "coverage");
            attribute("message", "the run proved too little");
            xml.writeCharacters(clean(String.join("\n", report.unexercised())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** What no server causes is an error of the test, and not its failure. */
    private void suite(Report report) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", "ixapi-auth-contract");
        attribute("name", "suite");
        attribute("time", "0");
        if (!report.generatedClient().faults().isEmpty()) {
            xml.writeStartElement("error");
            attribute("type", "suite");
            attribute("message", "the suite itself is at fault");
            xml.writeCharacters(clean(String.join("\n", report.generatedClient().faults())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void testCase(Report report, Report.CheckResult check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", "ixapi-auth-contract");
        attribute("name", check.name());
        attribute("time", seconds(check.took()));
        if (!check.notRun().isEmpty()) {
            xml.writeStartElement("skipped");
            attribute("message", check.notRun());
            xml.writeEndElement();
        }
        for (ReportedFinding finding : failures(report, check)) {
            xml.writeStartElement("failure");
            attribute("type", finding.level().label());
            attribute("message", finding.headline());
            xml.writeCharacters(clean(ConsoleReport.details(finding)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private List<ReportedFinding> failures(Report report, Report.CheckResult check) {
        Level mildest = strict ? Level.WEAKNESS : Level.VIOLATION;
        return report.of(check.name()).stream()
                .filter(finding -> finding.level().compareTo(mildest) <= 0)
                .toList();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private static String clean(String text) {
        return text.codePoints()
                .map(c -> ALLOWED.test(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
