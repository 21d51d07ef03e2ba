package org.undatacube.aggregation.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.aggregation.query.View;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;

/**
 * A question and all that its answer depends on. Nothing is added up before {@link #answer}.
 *
 * @param withGaps whether the answer lists what it does not cover
 * @param mostAtOnce how many cells the answer may have; none if it is handed over cell by cell
 */
public record Inquiry(
        Question question,
        Edition edition,
        boolean withGaps,
        Snapshot snapshot,
        Members members,
        BreakdownChoice choice,
        Patience patience,
        int mostAtOnce) {

    /** To be changed with the way in which answers are written, or figured, so that no old answer is taken for a new one. */
    private static final String FORM = "2";

    /** To be answered at once. */
    public Inquiry(
            Question question,
            Edition edition,
            boolean withGaps,
            Snapshot snapshot,
            Members members,
            BreakdownChoice choice,
            Patience patience) {
        this(question, edition, withGaps, snapshot, members, choice, patience, QuestionReader.MOST_CELLS);
    }

    /**
     * Equal where the answers are equal, as long as this service writes them the same way. It does not change where
     * something is published that this question is not about, nor where a list changes that it does not use.
     */
    public String fingerprint() {
        StringBuilder all = new StringBuilder(1 << 12);
        all.append(FORM)
                .append('\n')
                .append(question.cube().code())
                .append('\n')
                .append(question.canonical())
                .append('\n')
                .append(withGaps);
        // the time too: after the suite was reset the numbers begin again
        Edition shown = shownEdition();
        all.append('\n').append(shown.number()).append('@').append(shown.publishedAt());
        lists().forEach(dimension -> all.append('\n').append(members.version(dimension)));
        for (Standing.Pick pick : choice.withCompared().picks()) {
            all.append('\n').append(pick.publication().submission()).append(':');
            pick.breakdown().ifPresent(breakdown -> all.append(breakdown.breakdown()));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same question, answered only for the entities and years for which another one is answered too. */
    public Inquiry whereAlso(Inquiry other) {
        return new Inquiry(
                question, edition, withGaps, snapshot, members, choice.whereAlso(other.choice), patience, mostAtOnce);
    }

    /** The edition that last changed anything of what the question is about. */
    public Edition shownEdition() {
        return snapshot.catalogue().edition(choice.withCompared().lastChange()).orElseThrow();
    }

    /** The dimensions of which the answer shows a member, or has looked up what is above one. */
    private Set<Dimension> lists() {
        Set<Dimension> lists = EnumSet.of(Dimension.ENTITY);
        lists.addAll(question.dimensions().dimensions());
        return lists;
    }

    public Answer answer() {
        return answer(Language.ENGLISH);
    }

    /** @param language of the labels */
    public Answer answer(Language language) {
        Reckoning reckoning = Reckoning.of(this, language);
        Shown shown = new Shown(this, reckoning);
        Presentation presentation = new Presentation(question, reckoning, shown.values(), shown.additive());
        GroupingSets sets = reckoning.sets();
        Rows total = reckoning.tallies().of(0);
        Edition lastChange = shownEdition();
        Listing list = question.columns().isEmpty() ? Listing.of(this, sets, shown, presentation) : null;
        Pivot table = list == null ? Pivot.of(this, sets, shown, presentation) : null;
        return new Answer(
                question.cube(),
                lastChange.number(),
                lastChange.publishedAt(),
                question,
                list == null ? null : list.page(),
                table == null ? null : table.columns(),
                table == null ? null : table.page(),
                table == null ? null : table.columnTotals(),
                list == null ? table.count() : list.count(),
                presentation.total(total),
                choice.coverage(withGaps),
                choice.obstacle().orElse(null),
                consolidation(reckoning.asking(), total),
                Notes.of(this, reckoning));
    }

    /** Whether the cells can be handed over one after the other, however many there are. */
    public boolean isStreamable() {
        return CellStream.canGive(question);
    }

    /**
     * The answer to a question that {@link #isStreamable}.
     *
     * @param language of the labels
     */
    public StreamedAnswer streamed(Language language) {
        return CellStream.of(this, language);
    }

    /** What the engine is asked for where the cells are wanted that have a key for each drilldown. */
    public Aggregation cells() {
        Aggregation detail = new Asking(this, List.of()).detail(List.of());
        return new Aggregation(detail.cube(), detail.breakdowns(), detail.axes(), detail.filters(), false, List.of());
    }

    /**
     * How the engine's keys of one of the drilldowns are shown.
     *
     * @param language of the labels
     */
    public Function<String, Cell.Key> shown(int drilldown, Language language) {
        DrilldownKeys keys = new DrilldownKeys(question.drilldowns().get(drilldown), members, language);
        return text -> keys.key(keys.number(text));
    }

    public Estimate estimate() {
        return Estimate.of(this);
    }

    /** Whether it can have more cells than some, as far as can be told without looking closely. */
    public boolean canHaveMoreThan(long cells) {
        return Estimate.canBeMore(this, cells);
    }

    /**
     * The same, to be answered later, from another state of the store that has the same edition.
     *
     * @param most how many cells the answer may have
     */
    public Inquiry later(Snapshot state, Patience asker, int most) {
        return new Inquiry(question, edition, withGaps, state, members, choice, asker, most);
    }

    /** @throws Problem where more is asked for at once than is given */
    void requireNotTooMany(long cells) {
        if (cells > mostAtOnce) {
            throw new Problem(
                            AggregationProblem.TOO_MANY_CELLS,
                            "The answer has more than " + mostAtOnce + " cells. Ask for " + mostAtOnce
                                    + " at a time with limit and offset, or for fewer.")
                    .with("limit", mostAtOnce);
        }
    }

    private Consolidated consolidation(Asking asking, Rows own) {
        View.Consolidation view = question.view().consolidation();
        return view == View.Consolidation.GROSS ? null : Consolidated.of(view, amount(asking.askGross()), amount(own));
    }

    private static Usd amount(Rows total) {
        return total.size() == 0 ? Usd.ZERO : new Usd(total.amount(0));
    }
}
