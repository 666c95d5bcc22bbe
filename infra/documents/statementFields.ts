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

export type FieldName =
  | 'institution'
  | 'address'
  | 'serviceMode'
  | 'ownership'
  | 'places'
  | 'unifiedCode'
  | 'registrar'
  | 'issuer'
  | 'issuedOn'
  | 'caseId'
  | 'planVersion';

/** What a statement says, as a person reads it: on the documents and in the offline check. */
export function fieldsOf(statement: DocumentStatement): Readonly<Record<FieldName, Field>> {
  return {
    institution: named({ zh: '机构名称', en: 'Institution' }, statement.institution),
    address: named({ zh: '机构地址', en: 'Address' }, statement.address),
    serviceMode: labelled({ zh: '服务模式', en: 'Service mode' }, serviceModes[statement.serviceMode]),
    ownership: labelled({ zh: '机构性质', en: 'Ownership' }, ownerships[statement.ownership]),
    places: labelled({ zh: '托位数', en: 'Places' }, placesLabel(statement.places)),
    unifiedCode: orNone({ zh: '统一社会信用代码', en: 'Unified social credit code' }, statement.unifiedCode),
    registrar: orNone({ zh: '登记机关', en: 'Registration authority' }, statement.registrar),
    issuer: named({ zh: '签发单位', en: 'Issued by' }, statement.issuer),
    issuedOn: labelled({ zh: '签发日期', en: 'Date of issue' }, dateInWords(statement.issuedOn)),
    caseId: named({ zh: '办件编号', en: 'Case' }, statement.caseId),
    planVersion: named({ zh: '方案版本', en: 'Plan version' }, statement.planVersion),
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
