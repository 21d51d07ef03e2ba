package org.undatacube.aggregation.cube;

import java.util.Map;
import org.undatacube.http.Language;

/** What cells are called that no code list has a name for. */
public enum Wording {
    OTHERS("أخرى", "其他", "Others", "Autres", "Прочие", "Otros"),
    NO_GROUP("خارج أي مجموعة", "不属于任何组", "In no group", "Dans aucun groupe", "Вне групп", "En ningún grupo"),
    TOTAL("المجموع", "总计", "Total", "Total", "Итого", "Total");

    private final Map<Language, String> names;

    Wording(String arabic, String chinese, String english, String french, String russian, String spanish) {
        names = Map.of(
                Language.ARABIC, arabic,
                Language.CHINESE, chinese,
                Language.ENGLISH, english,
                Language.FRENCH, french,
                Language.RUSSIAN, russian,
                Language.SPANISH, spanish);
    }

    public String in(Language language) {
        return names.get(language);
    }
}
