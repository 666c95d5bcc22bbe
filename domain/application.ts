import type { UnitId } from './plan';
import type { Change, ClassKind, Ownership, ServiceForm, ServiceMode } from './vocabulary';

/** What the rules read of an application: no person is named in it. */
export interface ApplicationFacts {
  readonly serviceMode: ServiceMode;
  readonly serviceForms: readonly ServiceForm[];
  readonly ownership: Ownership;
  /** The subdistrict in whose territory the site lies; a clerk assigns it where the address does not say. */
  readonly subdistrict: UnitId;
  /** Present where the institution is registered already; `changes` says whether the registration must change. */
  readonly existingRegistration: { readonly unifiedCode: string; readonly changes: boolean } | null;
  readonly places: number;
  readonly classes: readonly { readonly kind: ClassKind; readonly places: number }[];
  readonly premises: Premises;
  readonly staff: Staff;
  readonly meals: boolean;
  /** The papers handed in, by the plan's material ids. */
  readonly materials: readonly string[];
  /** Where a certified institution applies for a change; all else says how it is to be afterwards. */
  readonly change?: ChangeAsked | null | undefined;
}

/** What of an institution is to change (变更). */
export interface ChangeAsked {
  /** The case by which it was certified first. */
  readonly institution: string;
  readonly what: readonly Change[];
}

/** `null` means: not stated, so a standard that needs it says "not stated" instead of failing. */
export interface Premises {
  readonly areaSquareMetres: number | null;
  /** The highest floor used for care; 1 is the ground floor, below 1 a basement. */
  readonly highestFloor: number | null;
  readonly usesBasement: boolean | null;
  /** Window area over floor area, 0 to 1. */
  readonly windowShare: number | null;
  readonly videoDays: number | null;
}

export interface Staff {
  /** Carers by class kind. */
  readonly carers: Readonly<Partial<Record<ClassKind, number>>>;
  readonly headHasDegree: boolean | null;
  readonly headYears: number | null;
  readonly noCrimeProof: boolean | null;
}

/** An application as submitted: the facts, and the names that stay out of the engine. */
export interface Application {
  readonly facts: ApplicationFacts;
  readonly institution: {
    readonly name: string;
    readonly nameIsProvisional: boolean;
    readonly address: string;
  };
  readonly contact: Contact;
}

/** Whom to reach about an application. */
export interface Contact {
  readonly organisation: string;
  readonly person: string;
  readonly phone: string;
  readonly email: string;
  /** 身份证号. */
  readonly idNumber?: string | undefined;
  readonly locale: 'zh' | 'en';
}

/** What of a contact is personal data: encrypted where it is kept, masked where it is shown. */
export const personalFields = ['person', 'phone', 'email', 'idNumber'] as const;
export type PersonalField = (typeof personalFields)[number];

/** A contact as far as it is held, whole or masked: null where it was never given or has been erased. */
export type HeldContact = Omit<Contact, PersonalField> & Readonly<Record<PersonalField, string | null>>;
