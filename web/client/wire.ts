import type { components, paths } from '../generated/api';

/** The API's paths and shapes, as it describes them itself. */
export type Paths = paths;
type Shapes = components['schemas'];

export type AllowedAct = Shapes['AllowedAct'];
export type CaseDeadlines = Shapes['CaseDeadlines'];
export type CaseEvent = Shapes['CaseEvents']['events'][number];
export type CaseFile = Shapes['Case'];
export type CaseSummary = Shapes['CaseSummary'];
export type Change = Shapes['ChangeBegun']['what'][number];
export type Checklist = Shapes['Checklist'];
export type Complaint = Shapes['Complaint'];
export type Deadline = Shapes['Deadline'];
export type Draft = Shapes['Draft'];
export type EvaluationEntry = Shapes['EvaluationEntry'];
export type EvaluationView = Shapes['EvaluationView'];
export type Facts = Shapes['ApplicationFacts'];
export type FieldError = Shapes['FieldError'];
export type Itinerary = Shapes['Itinerary'];
export type ItemDeadline = CaseDeadlines['deadlines'][number];
export type Label = Shapes['Label'];
export type Me = Shapes['Me'];
export type PersonalData = Shapes['PersonalData'];
export type PlanComparison = Shapes['PlanComparison'];
export type PlanDryRun = Shapes['PlanDryRun'];
export type PlanVersion = Shapes['PlanVersion'];
export type Present = Shapes['Present'];
export type ProblemBody = Shapes['Problem'];
export type Report = Shapes['Report'];
export type RepairPreview = Shapes['RepairPreview'];
export type WantedRepair = Shapes['WantedRepair'];
export type SiteBeginning = Shapes['SiteBeginning'];
export type UnfinishedApplication = Shapes['UnfinishedApplication'];
export type Vocabulary = Shapes['Vocabulary'];
export type WorkItem = Shapes['WorkItem'];
export type WorklistEntry = Shapes['WorklistEntry'];
export type CaseAct = Shapes['CaseAct'];
export type WorkItemAct = Shapes['WorkItemAct'];
export type Verification = Shapes['Verification'];

export type Locale = keyof Label;
export type WorklistQuery = NonNullable<Paths['/api/v1/worklist']['get']['parameters']['query']>;
export type CasesQuery = NonNullable<Paths['/api/v1/cases']['get']['parameters']['query']>;
export type EvaluationsQuery = NonNullable<Paths['/api/v1/evaluations']['get']['parameters']['query']>;
export type RegisterQuery = NonNullable<Paths['/api/v1/register']['get']['parameters']['query']>;
export type Plan = PlanVersion['plan'];
