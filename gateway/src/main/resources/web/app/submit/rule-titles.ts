import { get } from '../api/fetching';
import { language } from '../language/choice';

/** What a rule is called, and in which language. */
export interface RuleTitle {
  text: string;
  language: string;
}

/** The names of all rules, in French for who reads French, else in English. */
export async function ruleTitle(): Promise<(rule: string) => RuleTitle | undefined> {
  const { rules } = await get<{ rules: { id: string; title: string }[] }>('/rules');
  const inLanguage = language() === 'fr' ? 'fr' : 'en';
  const titles = new Map(rules.map((rule) => [rule.id, { text: rule.title, language: inLanguage }]));
  return (rule) => titles.get(rule);
}
