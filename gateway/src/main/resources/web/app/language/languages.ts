/** The six official languages of the United Nations, each by its own name. */
export const LANGUAGES = [
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'zh', name: '中文', direction: 'ltr' },
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'ru', name: 'Русский', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
] as const;

export type Language = (typeof LANGUAGES)[number]['code'];

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language.code === text);
}

export function directionOf(code: Language): 'rtl' | 'ltr' {
  return LANGUAGES.find((language) => language.code === code)!.direction;
}
