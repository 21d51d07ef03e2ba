package org.undatacube.contributions.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.http.Caller;
import org.undatacube.http.VersionTag;

/** The rules with all that administrators ever set. Settings are only added: those of any time can be read again. */
@ApplicationScoped
public class RuleBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<RuleSetting>> SETTINGS = new TypeReference<>() {};

    private final DataSource dataSource;
    private final Clock clock;
    private final Caller caller;
    private final AuditTrail trail;

    RuleBook(DataSource dataSource, Clock clock, Caller caller, AuditTrail trail) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.caller = caller;
        this.trail = trail;
    }

    /**
     * The settings of one rule as they were made at once.
     *
     * @param version of all settings, from 1
     * @param revision of this rule's, from 1
     */
    record Entry(
            long version,
            Rule rule,
            long revision,
            List<RuleSetting> settings,
            String reason,
            String setBy,
            Instant setAt) {

        VersionTag tag() {
            return new VersionTag(revision);
        }
    }

    /** What submissions are judged by now. */
    @Transactional
    public RuleSet current() {
        return upTo(Long.MAX_VALUE);
    }

    /** What they were judged by when the settings had this version; those of later versions are as now. */
    @Transactional
    public RuleSet upTo(long settingsVersion) {
        Map<Rule, List<RuleSetting>> settings = new EnumMap<>(Rule.class);
        long version = 0;
        for (Entry entry : entries("version <= ?", settingsVersion)) {
            settings.put(entry.rule(), entry.settings());
            version = entry.version();
        }
        return new RuleSet(version, settings);
    }

    /** The rules with the settings that a submission was judged by, whatever the catalogue's version was then. */
    @Transactional
    public RuleSet ofVersion(String version) {
        String settings = version.substring(version.indexOf('.') + 1);
        return version.contains(".") ? upTo(Long.parseLong(settings)) : RuleSet.CATALOGUE;
    }

    /** What they were judged by at a moment. */
    @Transactional
    RuleSet asOf(Instant moment) {
        List<Entry> entries = entries("set_at <= ?", moment.atOffset(ZoneOffset.UTC));
        return upTo(entries.isEmpty() ? 0 : entries.get(entries.size() - 1).version());
    }

    /** All that was ever set for a rule, oldest first. */
    @Transactional
    List<Entry> history(Rule rule) {
        return entries("rule = ?", rule.id());
    }

    /**
     * Takes the place of what was set for the rule.
     *
     * @throws org.undatacube.http.Problem (412), (428) where the caller has not seen what is set now
     */
    @Transactional
    Entry set(Rule rule, List<RuleSetting> settings, String reason, String ifMatch) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("lock table rule_settings in share row exclusive mode")) {
            lock.execute();
            List<Entry> before = history(rule);
            long revision = before.isEmpty() ? 0 : before.get(before.size() - 1).revision();
            new VersionTag(revision).requireSeen(ifMatch, "The rule's settings");
            Entry entry = new Entry(
                    nextVersion(connection),
                    rule,
                    revision + 1,
                    settings,
                    reason,
                    caller.name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            insert(entry, connection);
            trail.record(
                    caller.name(),
                    AuditEvent.of(Action.RULE_SET, new AuditEvent.Subject(null, null, null, null))
                            .with("rule", rule.id())
                            .with("settings", JSON.writeValueAsString(settings))
                            .with("version", entry.version())
                            .with("reason", reason));
            return entry;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The settings of " + rule.id() + " could not be written", e);
        }
    }

    private static long nextVersion(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(version), 0) + 1 from rule_settings");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void insert(Entry entry, Connection connection) throws SQLException, JsonProcessingException {
        String sql = """
                insert into rule_settings (version, rule, revision, settings, reason, set_by, set_at)
                values (?, ?, ?, ?::jsonb, ?, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, entry.version());
            insert.setString(2, entry.rule().id());
            insert.setLong(3, entry.revision());
            insert.setString(4, JSON.writeValueAsString(entry.settings()));
            insert.setString(5, entry.reason());
            insert.setString(6, entry.setBy());
            insert.setObject(7, entry.setAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private List<Entry> entries(String condition, Object bound) {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from rule_settings where " + condition + " order by version")) {
            select.setObject(1, bound);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    // a rule of a later catalogue, where a service was put back to an older release
                    Optional<Rule> rule = Rule.find(row.getString("rule"));
                    if (rule.isPresent()) {
                        entries.add(entry(rule.get(), row));
                    }
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The settings of the rules could not be read", e);
        }
        return entries;
    }

    private static Entry entry(Rule rule, ResultSet row) throws SQLException, JsonProcessingException {
        return new Entry(
                row.getLong("version"),
                rule,
                row.getLong("revision"),
                JSON.readValue(row.getString("settings"), SETTINGS),
                row.getString("reason"),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
