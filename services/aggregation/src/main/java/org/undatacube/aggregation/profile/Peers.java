package org.undatacube.aggregation.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.cube.Measure;

/** A subject among others, which are ranked by their amounts; equal amounts share a rank. */
final class Peers {
    /** How many are shown before the subject, and behind it. */
    private static final int BESIDE = 2;

    private final String subject;
    /** The largest first. */
    private final List<Cell> cells;

    /** @param which of the answer's members are ranked, among them the subject */
    Peers(Answer answer, String subject, Predicate<String> which) {
        this.subject = subject;
        this.cells =
                answer.cells().stream().filter(cell -> which.test(code(cell))).toList();
    }

    /** The subject's own place in the list; negative where it has no line. */
    private int own() {
        for (int place = 0; place < cells.size(); place++) {
            if (code(cells.get(place)).equals(subject)) {
                return place;
            }
        }
        return -1;
    }

    /** @param among those that share this parent; null for all on the subject's level */
    ProfileView.Rank rank(ProfileView.Member among) {
        int own = own();
        List<ProfileView.Peer> neighbours = new ArrayList<>();
        for (int place = Math.max(0, own - BESIDE);
                own >= 0 && place < cells.size() && place <= own + BESIDE;
                place++) {
            if (place != own) {
                neighbours.add(peer(cells.get(place)));
            }
        }
        return new ProfileView.Rank(among, own < 0 ? null : rank(cells.get(own)), cells.size(), neighbours);
    }

    private ProfileView.Peer peer(Cell cell) {
        return new ProfileView.Peer(rank(cell), ProfileView.Part.of(cell));
    }

    private int rank(Cell cell) {
        BigDecimal own = amount(cell);
        int before = 0;
        for (Cell other : cells) {
            if (amount(other).compareTo(own) > 0) {
                before++;
            }
        }
        return before + 1;
    }

    private static BigDecimal amount(Cell cell) {
        return cell.figures().of(Measure.Plain.AMOUNT);
    }

    /** Of an answer by one level. */
    static String code(Cell cell) {
        return ((Cell.Key.Member) cell.keys().get(0)).code();
    }
}
