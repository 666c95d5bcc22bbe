import { dateInWords } from '../../domain/dateInWords';
import type { Label } from '../../domain/label';
import { ownerships, serviceModes } from '../../domain/vocabulary';
import type { DocumentStatement } from './documentStatement';

/** One labelled entry of a document. A name has no English and stays as it is. */
export interface Field {
  readonly label: Label;
  readonly zh: string;
  readonly en: string | null;
}

/** What each entry is called. */
export const fieldLabels = {
  institution: { zh: '机构名称', en: 'Institution' },
  address: { zh: '机构地址', en: 'Address' },
  serviceMode: { zh: '服务模式', en: 'Service mode' },
  ownership: { zh: '机构性质', en: 'Ownership' },
  places: { zh: '托位数', en: 'Places' },
  unifiedCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  registrar: { zh: '登记机关', en: 'Registration authority' },
  issuer: { zh: '签发单位', en: 'Issued by' },
  issuedOn: { zh: '签发日期', en: 'Date of issue' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  caseId: { zh: '办件编号', en: 'Case' },
  planVersion: { zh: '方案版本', en: 'Plan version' },
} as const satisfies Partial<Record<keyof DocumentStatement, Label>>;
export type FieldName = Exclude<keyof typeof fieldLabels, 'validUntil'>;
/** Every entry, and that of a certificate that holds for a term. */
export type Fields = Readonly<Record<FieldName, Field>> & { readonly validUntil?: Field };

/** What a statement says, as a person reads it: on the documents and in the offline check. */
export function fieldsOf(statement: DocumentStatement): Fields {
  const { validUntil } = statement;
  return {
    institution: named(fieldLabels.institution, statement.institution),
    address: named(fieldLabels.address, statement.address),
    serviceMode: labelled(fieldLabels.serviceMode, serviceModes[statement.serviceMode]),
    ownership: labelled(fieldLabels.ownership, ownerships[statement.ownership]),
    places: labelled(fieldLabels.places, placesLabel(statement.places)),
    unifiedCode: orNone(fieldLabels.unifiedCode, statement.unifiedCode),
    registrar: orNone(fieldLabels.registrar, statement.registrar),
    issuer: named(fieldLabels.issuer, statement.issuer),
    issuedOn: labelled(fieldLabels.issuedOn, dateInWords(statement.issuedOn)),
    ...(validUntil !== undefined && {
      validUntil: labelled(fieldLabels.validUntil, dateInWords(validUntil)),
    }),
    caseId: named(fieldLabels.caseId, statement.caseId),
    planVersion: named(fieldLabels.planVersion, statement.planVersion),
  };
}

const none: Label = { zh: '无需登记', en: 'Not required' };

function placesLabel(places: number): Label {
  if (places === 0) return { zh: '不设托位', en: 'No places' };
  return { zh: `${places} 个`, en: places === 1 ? '1 place' : `${places} places` };
}

const named = (label: Label, zh: string): Field => ({ label, zh, en: null });
const labelled = (label: Label, value: Label): Field => ({ label, ...value });
const orNone = (label: Label, name: string | null): Field =>
  name === null ? labelled(label, none) : named(label, name);
