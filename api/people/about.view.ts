import { RecordPart } from '../common/record-part.ts';
import { sql } from '../platform/read/sql.ts';
import { column, defineView, extendView, many, one } from '../platform/read/view.ts';
import type { CommunicationProfile } from './communication.rules.ts';
import type { Spoken } from './individual.policy.ts';
import { individualView, personView } from './person.view.ts';

/** How a statement is read. */
export const statementView = defineView<Spoken & { readonly id: string }>('Statement', {
  table: 'statement',
  personal: { part: RecordPart.ABOUT_ME, of: 'individualId' },
  columns: {
    id: 'id',
    individualId: 'individual_id',
    spokenById: 'spoken_by',
    section: 'section',
    words: 'words',
    spokenAs: 'spoken_as',
    helpedBy: 'helped_by',
    saidOn: column('said_on', 'date'),
    recordedAt: column('recorded_at', 'instant'),
  },
  needs: { viewerCanTakeBack: ['individualId', 'spokenById'] },
  one: { speaker: one(() => personView, 'spoken_by'), recorder: one(() => personView, 'recorded_by') },
});

/** How a communication profile is read. */
export const communicationView = defineView<CommunicationProfile & { readonly reviewedOn: string }>('Communication', {
  table: 'communication',
  key: 'individualId',
  personal: { part: RecordPart.COMMUNICATION, of: 'individualId' },
  columns: {
    individualId: 'individual_id',
    version: 'version',
    pronouns: 'pronouns',
    noun: 'noun',
    spokenLanguage: 'spoken_language',
    lettersLanguage: 'letters_language',
    interpreter: 'interpreter',
    interpreterNote: 'interpreter_note',
    formats: 'formats',
    contactBy: 'contact_by',
    neverBy: 'never_by',
    bestTimes: 'best_times',
    saysYes: 'says_yes',
    saysNo: 'says_no',
    needsTime: 'needs_time',
    uses: 'uses',
    reviewedOn: column('reviewed_on', 'date'),
  },
  needs: {
    flags: ['interpreter', 'interpreterNote', 'formats', 'neverBy', 'spokenLanguage', 'lettersLanguage', 'needsTime'],
    reviewDueOn: ['reviewedOn'],
  },
  one: { speaker: one(() => personView, 'spoken_by'), recorder: one(() => personView, 'recorded_by') },
});

extendView(individualView, {
  needs: { viewerCanSayAbout: ['id', 'authorityId'] },
  one: { communication: one(() => communicationView, { individual_id: 'id' }) },
  many: {
    aboutMe: many(() => statementView, {
      on: 'individual_id',
      where: (t) => sql`${t}.taken_back_at is null
        and not exists (select from statement anew where anew.authority_id = ${t}.authority_id and anew.replaces_id = ${t}.id)`,
      orderBy: [['recordedAt', 'asc']],
      limit: 100,
    }),
  },
});
