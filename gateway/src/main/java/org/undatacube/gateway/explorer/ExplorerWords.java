package org.undatacube.gateway.explorer;

import java.util.Map;
import org.undatacube.http.Language;

/**
 * What the page says before the application has started, and to those with whom it never does: without scripts, and search
 * engines.
 *
 * @param description one sentence
 * @param withoutScripts said in the place of the application
 * @param api the name of the link to what can be asked without it
 */
record ExplorerWords(String name, String description, String withoutScripts, String api) {
    private static final Map<Language, ExplorerWords> WORDS = Map.of(
            Language.ARABIC,
            new ExplorerWords(
                    "مكعب بيانات الأمم المتحدة",
                    "ما تتلقاه كيانات منظومة الأمم المتحدة وما تنفقه: اعثر على أي رقم وتحقق منه واستشهد به.",
                    "تحتاج هذه الصفحات إلى تفعيل جافا سكريبت في المتصفح.",
                    "يمكن الحصول على الأرقام نفسها عبر واجهة برمجة التطبيقات"),
            Language.CHINESE,
            new ExplorerWords(
                    "联合国数据立方体", "联合国系统各实体的收入和支出：查找、核对并引用任何一个数字。", "这些页面需要在浏览器中启用 JavaScript。", "同样的数据也可通过应用程序接口获取"),
            Language.ENGLISH,
            new ExplorerWords(
                    "UN data cube",
                    "What the entities of the United Nations system receive and spend: find, check and cite any figure.",
                    "These pages need JavaScript, which is switched off in this browser.",
                    "The same figures can be had from the API"),
            Language.FRENCH,
            new ExplorerWords(
                    "Cube de données de l’ONU",
                    "Ce que les entités du système des Nations Unies reçoivent et dépensent : trouvez, vérifiez et citez"
                            + " chaque chiffre.",
                    "Ces pages ont besoin de JavaScript, qui est désactivé dans ce navigateur.",
                    "Les mêmes chiffres peuvent être obtenus par l’API"),
            Language.RUSSIAN,
            new ExplorerWords(
                    "Куб данных ООН",
                    "Что получают и расходуют организации системы ООН: найдите, проверьте и процитируйте любую цифру.",
                    "Для этих страниц нужен JavaScript, который в этом браузере отключён.",
                    "Те же данные можно получить через API"),
            Language.SPANISH,
            new ExplorerWords(
                    "Cubo de datos de las Naciones Unidas",
                    "Lo que reciben y gastan las entidades del sistema de las Naciones Unidas: encuentre, compruebe y cite"
                            + " cualquier cifra.",
                    "Estas páginas necesitan JavaScript, que está desactivado en este navegador.",
                    "Las mismas cifras pueden obtenerse por medio de la API"));

    static ExplorerWords of(Language language) {
        return WORDS.get(language);
    }
}
