import type { Label } from '../../domain/label';

/** Whom a notice speaks to: the applicant's organisation, somebody who complained, or the people of a unit. */
export interface Addressee {
  readonly kind: 'applicant' | 'complainant' | 'colleagues';
  readonly name: Label;
}

/** What a notice says of its case: names are resolved, dates are in words. */
export interface NoticeFacts {
  readonly caseId: string;
  readonly addressee: Addressee;
  readonly institution: string;
  readonly receivedOn: Label;
  readonly acceptedOn: Label;
  readonly decidedOn: Label;
  readonly decisionNo: string;
  readonly accepting: Label;
  readonly deciding: Label;
  readonly registrar: Label;
  readonly filing: Label;
  /** How long the decision may take, in words, with its clause. */
  readonly decisionLimit: Label;
  /** The last day on which the applicant may be told. */
  readonly acceptanceDue: Label;
  /** The words of the act: a reason for not accepting, the grounds of a decision. */
  readonly reason: string;
  readonly remedyBody: Label;
  /** From when and how long, as the plan file words it. */
  readonly remedyLimit: Label;
  readonly unifiedCode: string;
  readonly receiptNo: string;
  readonly certificateNo: string;
  readonly verifyUrl: string;
  /** 文号 and in whose name it goes out; empty where the notice is no letter. */
  readonly letterNo: string;
  readonly writer: Label;
  /** The numbered list of what is missing. */
  readonly missing: readonly { readonly no: number; readonly text: string }[];
  readonly correctionDue: Label;
  readonly procedure: Label;
  /** The time a procedure needs, or the days of an extension. */
  readonly days: number;
  /** The day of a hearing. */
  readonly on: Label;
  readonly place: string;
  /** The stage to which the case returned. */
  readonly stage: Label;
  /** The unit at whose counter a clerk did it for the applicant; blank where they did it themselves. */
  readonly counter: Label;
  /** The work item that a warning is about. */
  readonly workItem: {
    readonly id: string;
    readonly step: Label;
    readonly unit: Label;
    /** Its last day, in words and as `YYYY-MM-DD`. */
    readonly due: Label;
    readonly dueOn: string;
    readonly passed: boolean;
  } | null;
  /** Of an annual evaluation: its year, the score in words, the rating, what it leads to. */
  readonly year: string;
  readonly score: string;
  readonly rating: Label;
  readonly leadsTo: Label;
  /** How much is granted, after a comma; empty where nothing is paid. */
  readonly amount: Label;
  /** By which legal act an institution leaves; which support it has. */
  readonly measure: Label;
  /** Passed or failed, of a second inspection; what became of a complaint. */
  readonly result: Label;
  /** The number of a complaint; who handles it, and until when. */
  readonly complaint: string;
  readonly handling: Label;
  readonly handlingDue: Label;
  /** A suspension: for how many days (0: none said), on which condition it ends, what the danger was. */
  readonly suspendedFor: number;
  readonly condition: string;
  readonly danger: string;
  /** An incident: its kind, when, how many were hurt, what was written, whether it was reported late. */
  readonly incident: Label;
  readonly happenedAt: Label;
  readonly hurt: number;
  readonly late: boolean;
  readonly report: string;
  /** Documents of the staff, by role and id of their members. */
  readonly documents: Label;
  /** What was answered to the institution's statement, or to whoever complained. */
  readonly answer: string;
  /** Units whose time passed in silence. */
  readonly without: readonly Label[];
}

/** A notice in both languages: a subject, and paragraphs. */
export interface Notice {
  readonly subject: Label;
  readonly paragraphs: readonly Label[];
}

/** The line that opens a notice, on paper as in the mail. */
export function greeting({ addressee: { kind, name } }: Pick<NoticeFacts, 'addressee'>): Label {
  if (kind !== 'colleagues') return { zh: `${name.zh}：`, en: `To ${name.en},` };
  return { zh: `${name.zh}各位同事：`, en: `Dear colleagues (${name.en}),` };
}
