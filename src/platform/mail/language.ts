/** Languages that Bureau writes mails and notifications in. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const STANDARD_LANGUAGE: Language = 'en';

/** The same words in each of them. */
export type InLanguages<Words> = Readonly<Record<Language, Words>>;
