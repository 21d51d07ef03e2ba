package org.undatacube.contributions.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.publication.PublishedHistory;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.LineFigures;
import org.undatacube.contributions.submission.LineFigures.Oddities;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.History;
import org.undatacube.contributions.validation.HistoryJudge;
import org.undatacube.contributions.validation.WholeJudge;
import org.undatacube.contributions.validation.WholeJudge.JudgedBreakdown;

/** Judges a submission by its lines as they are in the store: what they count, and the entity's own history. */
@ApplicationScoped
public class StoredLines {
    private final LineFigures figures;
    private final PublishedHistory published;

    StoredLines(LineFigures figures, PublishedHistory published) {
        this.figures = figures;
        this.published = published;
    }

    /** @param header whose entity, year and flow are known, as those of everything that is stored */
    @Transactional(Transactional.TxType.MANDATORY)
    public void judge(WholeJudge whole, Header header, Findings findings) throws SQLException {
        judge(
                whole,
                new PublishedHistory.Key(
                        header.entity().map(Code::code).orElseThrow(),
                        header.year().orElseThrow(),
                        header.flow().orElseThrow()),
                findings);
    }

    void judge(WholeJudge whole, PublishedHistory.Key key, Findings findings) throws SQLException {
        List<Long> breakdowns =
                whole.breakdowns().stream().map(JudgedBreakdown::number).toList();
        whole.noteRepeats(figures.countRepeats(breakdowns));
        Oddities oddities = figures.oddities(breakdowns, WholeJudge.TARGETS_THAT_ARE_SHORTENED);
        whole.noteNegatives(oddities.negatives());
        whole.noteShortenedTargets(oddities.onTargets());
        Optional<History> nearest = published.nearest(key);
        if (nearest.isPresent()) {
            HistoryJudge history = new HistoryJudge(nearest.get(), findings);
            whole.controlTotal().ifPresent(history::judgeTotal);
            history.judgeMembers(members(whole.breakdowns()));
        }
    }

    private Map<Dimension, Map<String, Amount>> members(List<JudgedBreakdown> breakdowns) throws SQLException {
        Map<Dimension, Map<String, Amount>> members = new EnumMap<>(Dimension.class);
        for (Dimension dimension : History.DIMENSIONS) {
            Optional<JudgedBreakdown> breakdown = breakdowns.stream()
                    .filter(candidate -> candidate.dimensions().dimensions().contains(dimension))
                    .min(Comparator.comparingInt(
                            candidate -> candidate.dimensions().size()));
            if (breakdown.isPresent()) {
                members.put(dimension, figures.totals(breakdown.get().number(), dimension));
            }
        }
        return members;
    }
}
