package org.undatacube.contributions.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.export.IatiReport.Lists;
import org.undatacube.contributions.export.LineSums.Sum;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.Vocabularies;
import org.undatacube.http.Problem;

/** Writes a submission as IATI 2.03 activities, transaction by transaction. */
@ApplicationScoped
class IatiActivities {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final String INCOMING_FUNDS = "1";
    private static final String EXPENDITURE = "4";
    private static final String FUNDING = "1";
    private static final String ACCOUNTABLE = "2";
    private static final String IMPLEMENTING = "4";

    private final LineSums sums;
    private final Vocabularies vocabularies;

    IatiActivities(LineSums sums, Vocabularies vocabularies) {
        this.sums = sums;
        this.vocabularies = vocabularies;
    }

    /** @throws Problem (503) where the registry's code lists cannot be had */
    Lists lists() {
        return vocabularies.ask(registry -> new Lists(
                registry.codeList(Dimension.ENTITY),
                registry.codeList(Dimension.SDG),
                registry.codeList(Dimension.LOCATION),
                registry.codeList(Dimension.CONTRIBUTOR)));
    }

    void write(IatiReport report, OutputStream out) throws IOException {
        try {
            IatiXml xml = new IatiXml(XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name()));
            xml.startDocument();
            xml.start("iati-activities", "version", "2.03", "generated-datetime", report.updatedAt());
            xml.start(
                    "iati-activity",
                    "xml:lang",
                    "en",
                    "default-currency",
                    "USD",
                    "last-updated-datetime",
                    report.updatedAt());
            writeHead(report, xml);
            if (report.isRevenue()) {
                sums.byContributor(report.breakdown().breakdown(), sum -> writeTransaction(sum, report, xml));
            } else {
                sums.byGoalAndPlace(report.breakdown().breakdown(), sum -> writeTransaction(sum, report, xml));
            }
            xml.endDocument();
        } catch (XMLStreamException e) {
            throw new IOException("The activities could not be written", e);
        }
    }

    private void writeHead(IatiReport report, IatiXml xml) throws IOException {
        SubmissionView submission = report.submission();
        xml.text("iati-identifier", report.identifier());
        xml.organisation("reporting-org", report.reporting());
        xml.narrated("title", report.title());
        xml.narrated("description", report.description(), "type", "1");
        for (String contributor : sums.contributors(report.breakdown().breakdown())) {
            report.contributor(contributor)
                    .ifPresent(organisation -> xml.organisation("participating-org", organisation, "role", FUNDING));
        }
        xml.organisation("participating-org", report.reporting(), "role", ACCOUNTABLE);
        xml.organisation("participating-org", report.reporting(), "role", IMPLEMENTING);
        xml.empty("other-identifier", "ref", submission.id(), "type", "A1");
        xml.empty("activity-status", "code", report.isOver() ? "4" : "2");
        xml.empty("activity-date", "type", "2", "iso-date", report.firstDay());
        xml.empty("activity-date", "type", report.isOver() ? "4" : "3", "iso-date", report.lastDay());
        if (report.isRevenue()) {
            // what comes in is not yet for any place or goal
            xml.code(IatiCode.NO_PLACE);
            xml.code(IatiCode.NO_SECTOR);
        }
    }

    private static void writeTransaction(Sum sum, IatiReport report, IatiXml xml) {
        xml.start("transaction");
        xml.empty("transaction-type", "code", report.isRevenue() ? INCOMING_FUNDS : EXPENDITURE);
        xml.empty("transaction-date", "iso-date", report.valueDate());
        xml.text("value", sum.dollars().digits(), "currency", "USD", "value-date", report.valueDate());
        if (sum.planned()) {
            xml.narrated("description", "Budget, not expenditure: reported on the basis BUD.");
        }
        if (report.isRevenue()) {
            report.contributor(sum.contributor())
                    .ifPresent(organisation -> xml.organisation("provider-org", organisation));
        } else {
            xml.code(IatiCode.ofSdg(sum.sdg(), report.sdgs()));
            xml.code(IatiCode.ofLocation(sum.location(), report.locations()));
        }
        xml.end();
    }
}
