import { APPLICANT, type MaterialDue } from '../../domain/itinerary';
import { eventsAfter } from '../../infra/record/events';
import type { Actor } from '../../domain/actor';
import { type SampleFile } from '../papers/files';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { lease, listed, material, newCase, paperOn, replacement, upload } from './uploading';
import { actOn, advance, apply, begin, openItem, submitDraft } from './way';

let house: House;
let file: SampleFile;
beforeAll(async () => {
  house = await openHouse();
  file = await lease();
});
afterAll(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');

describe('a submission takes the papers of its draft along', () => {
  it('and hands in what was uploaded: a tick without a file hands in nothing', async () => {
    const draft = await begin(house);
    const place = `/applications/${draft.body.id}`;
    const paper = await paperOn(house, place, file);
    const saved = await house.call(applicant, 'PUT', `/api/v1${place}`, {
      body: {
        application: {
          ...draft.body.application,
          facts: { ...draft.body.application.facts, materials: ['floorPlan', 'staffList'] },
        },
      },
      headers: { 'if-match': draft.headers.get('etag') ?? '' },
    });
    const submitted = await submitDraft(house, saved);
    expect(submitted.status).toBe(201);
    expect(submitted.body.application.facts.materials).toEqual([material]);
    const due = submitted.body.itinerary.materials as MaterialDue[];
    expect(due.filter(({ handedIn }) => handedIn).map(({ id }) => id)).toEqual([material]);
    const { caseId } = submitted.body;
    expect(await listed(house, `/cases/${caseId}`, material, clerk)).toMatchObject({
      due: true,
      handedIn: 'uploaded',
      open: true,
      papers: [
        expect.objectContaining({ id: paper.id, uploadedBy: expect.objectContaining({ id: APPLICANT }) }),
      ],
    });
    expect(await listed(house, `/cases/${caseId}`, 'floorPlan', clerk)).toMatchObject({ handedIn: 'no' });
  });

  it('and then takes papers on the case alone', async () => {
    const draft = await begin(house);
    const paper = await paperOn(house, `/applications/${draft.body.id}`, file);
    const { body } = await submitDraft(house, draft);
    const late = await upload(house, applicant, `/applications/${draft.body.id}/papers`, {
      material,
      files: [file],
    });
    expect([late.status, late.body.code]).toEqual([409, 'alreadySubmitted']);
    expect(late.headers.get('location')).toBe(`/api/v1/cases/${body.caseId}`);
    // The paper is where it was, and is replaced on the case.
    const next = await replacement(house, paper, file);
    expect(next.status).toBe(201);
    const { papers } = await listed(house, `/cases/${body.caseId}`);
    expect(papers).toEqual([expect.objectContaining({ id: next.body.id, version: 2 })]);
  });

  it('nothing is in two places: an upload and a submission at once agree', async () => {
    const draft = await begin(house);
    const [uploaded, submitted] = await Promise.all([
      upload(house, applicant, `/applications/${draft.body.id}/papers`, { material, files: [file] }),
      submitDraft(house, draft),
    ]);
    expect([201, 409]).toContain(uploaded.status);
    const onCase = await listed(house, `/cases/${submitted.body.caseId}`);
    const handedIn = submitted.body.application.facts.materials;
    expect([onCase.papers.length, handedIn]).toEqual(uploaded.status === 201 ? [1, [material]] : [0, []]);
  });
});

describe('papers on a case', () => {
  it('are taken from its applicant, and scanned in by the clerks of the unit that accepts it', async () => {
    const place = await newCase(house);
    const scanned = await paperOn(house, place, file, clerk);
    expect(scanned.uploadedBy.id).toBe('shiqiao');
    expect((await replacement(house, scanned, file, { who: clerk })).status).toBe(201);
    const refusals: readonly (readonly [Actor, number, string])[] = [
      [stranger, 403, 'notReadable'],
      [official('fire', 'intakeClerk'), 403, 'notYourUnit'],
      [official('tianshui', 'intakeClerk'), 403, 'notReadable'],
      [official('education', 'reviewer'), 403, 'roleMissing'],
      [official('education', 'decisionMaker'), 403, 'roleMissing'],
      [administrator, 403, 'roleMissing'],
    ];
    for (const [who, status, code] of refusals) {
      const answered = await upload(house, who, `${place}/papers`, { material, files: [file] });
      expect([who.sub, answered.status, answered.body.code]).toEqual([who.sub, status, code]);
    }
  });

  it('of the application are taken until the decision, those of the filing until the case is closed', async () => {
    const caseId = await apply(house);
    const place = `/cases/${caseId}/papers`;
    const paper = await paperOn(house, `/cases/${caseId}`, file);
    await advance(house, caseId, 'register');
    for (const late of [
      await upload(house, applicant, place, { material, files: [file] }),
      await replacement(house, paper, file),
    ]) {
      expect([late.status, late.body.code]).toEqual([409, 'wrongStage']);
      expect(late.body.allowed).toEqual(expect.any(Array));
    }
    expect(await listed(house, `/cases/${caseId}`)).toMatchObject({ open: false, handedIn: 'uploaded' });
    const filing = { material: 'filingForm', files: [file] };
    expect(await listed(house, `/cases/${caseId}`, filing.material)).toMatchObject({ open: true });
    expect((await upload(house, applicant, place, filing)).status).toBe(201);
    await advance(house, caseId, 'end');
    const closed = await upload(house, applicant, place, filing);
    expect([closed.status, closed.body.code]).toEqual([409, 'caseClosed']);
  });

  it('count as filed when the filing comes: they need not be named again', async () => {
    const caseId = await apply(house);
    const place = `/cases/${caseId}`;
    const standing = await advance(house, caseId, 'file');
    const filing = standing.itinerary.materials.filter(({ stage }) => stage === 'filing').map(({ id }) => id);
    const [byHand = '', ...others] = filing;
    for (const id of others) {
      await upload(house, applicant, `${place}/papers`, { material: id, files: [file] });
    }
    const act = (materials: readonly string[]) =>
      actOn(house, openItem(standing, 'file'), { act: 'file', materials }, applicant);
    const missing = await act([]);
    expect([missing.status, missing.body.errors[0].expected]).toEqual([422, [byHand]]);
    expect((await act([byHand])).status).toBe(200);
    const filed = (await eventsAfter(house.database.db, caseId, 0)).find(({ type }) => type === 'filed');
    expect(filed).toMatchObject({ materials: expect.arrayContaining(filing) });
    expect(await listed(house, place, byHand)).toMatchObject({ handedIn: 'byHand', papers: [] });
    expect(await listed(house, place, others[0])).toMatchObject({ handedIn: 'uploaded' });
  });
});
