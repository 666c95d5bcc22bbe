import type { PersonalField } from './application';

const STARS = '****';

/** How each kind of personal value is shown to whoever has not asked to see it. */
export const masks = {
  /** `张*`: how long a name is says something too. */
  person: (name) => `${/^./u.exec(name)?.[0] ?? ''}*`,
  /** `138****1111`; an extension is hidden with the rest. */
  phone: (phone) => {
    const digits = phoneDigits(phone.replace(/(?<=\d{7})-\d{1,6}$/, ''));
    return digits.length < 10 ? STARS : `${digits.slice(0, 3)}${STARS}${digits.slice(-4)}`;
  },
  /** `a***@example.org`. */
  email: (email) => {
    const at = email.lastIndexOf('@');
    return at < 1 ? STARS : `${/^./u.exec(email)?.[0] ?? ''}***${email.slice(at)}`;
  },
  /** `330103********1234`: the place where it was issued, and what tells two of one name apart. */
  idNumber: (number) => (number.length === 18 ? `${number.slice(0, 6)}********${number.slice(-4)}` : STARS),
} as const satisfies Readonly<Record<PersonalField, (value: string) => string>>;

/** A telephone number as its digits, without the country's 86: `+86 138-0000-1111` is `13800001111`. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^86(?=\d{10})/, '');
}

/** By which a person is found: an e-mail address, 身份证号, a mobile number. Names cannot be told from other words. */
const found: readonly (readonly [RegExp, PersonalField])[] = [
  [/[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g, 'email'],
  [/(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{9}[\dXx](?![\dA-Za-z])/g, 'idNumber'],
  [/(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\dA-Za-z])/g, 'phone'],
];

/** Whether a text holds a value by which a person is found. */
export function holdsPersonalValue(text: string): boolean {
  return maskedText(text) !== text;
}

/** A text in which every such value is masked: for what others wrote and cannot be asked to write anew. */
export function maskedText(text: string): string {
  return found.reduce((words, [pattern, field]) => words.replace(pattern, masks[field]), text);
}
