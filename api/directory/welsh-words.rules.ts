// A Welsh word and the English one that the directory's entries use for the same thing, so that either finds both.
// Whoever keeps the directory's words decides. A word typed → the same word in the other language, and its mutated forms.

/** Welsh words as they stand in a dictionary, without accents, and what they are in English. */
export const WELSH_WORDS: readonly (readonly [welsh: string, english: string])[] = [
  ['addysg', 'education'],
  ['anabledd', 'disability'],
  ['arian', 'money'],
  ['awtistiaeth', 'autism'],
  ['babi', 'baby'],
  ['budd', 'benefit'],
  ['bwyd', 'food'],
  ['byddar', 'deaf'],
  ['caffi', 'cafe'],
  ['canolfan', 'centre'],
  ['canu', 'singing'],
  ['capel', 'chapel'],
  ['cartref', 'home'],
  ['celf', 'art'],
  ['cerdd', 'music'],
  ['cerddoriaeth', 'music'],
  ['cerdded', 'walking'],
  ['chwarae', 'play'],
  ['chwaraeon', 'sport'],
  ['cinio', 'lunch'],
  ['clwb', 'club'],
  ['cludiant', 'transport'],
  ['coffi', 'coffee'],
  ['coginio', 'cooking'],
  ['cor', 'choir'],
  ['crefft', 'craft'],
  ['cwmni', 'company'],
  ['cyfeillion', 'friends'],
  ['cyfeillio', 'befriending'],
  ['cyflogaeth', 'employment'],
  ['cyfrifiadur', 'computer'],
  ['cymorth', 'help'],
  ['cymraeg', 'welsh'],
  ['cymuned', 'community'],
  ['cymunedol', 'community'],
  ['cyngor', 'advice'],
  ['dawns', 'dance'],
  ['dawnsio', 'dancing'],
  ['dall', 'blind'],
  ['darllen', 'reading'],
  ['diogel', 'safe'],
  ['dydd', 'day'],
  ['dyled', 'debt'],
  ['dysgu', 'learning'],
  ['eglwys', 'church'],
  ['eiriolaeth', 'advocacy'],
  ['ffitrwydd', 'fitness'],
  ['ffrindiau', 'friends'],
  ['galar', 'bereavement'],
  ['garddio', 'gardening'],
  ['gofal', 'care'],
  ['gofalwr', 'carer'],
  ['gofalwyr', 'carers'],
  ['gwaith', 'work'],
  ['gwau', 'knitting'],
  ['gwasanaeth', 'service'],
  ['gwirfoddoli', 'volunteering'],
  ['gwnio', 'sewing'],
  ['gyrru', 'driving'],
  ['hawliau', 'rights'],
  ['henoed', 'older'],
  ['hyfforddiant', 'training'],
  ['iechyd', 'health'],
  ['ieuenctid', 'youth'],
  ['llety', 'accommodation'],
  ['llyfrgell', 'library'],
  ['mam', 'mother'],
  ['meddwl', 'mental'],
  ['merched', 'women'],
  ['menywod', 'women'],
  ['dynion', 'men'],
  ['nofio', 'swimming'],
  ['nos', 'night'],
  ['nyrs', 'nurse'],
  ['nyrsio', 'nursing'],
  ['oedolion', 'adults'],
  ['personol', 'personal'],
  ['plant', 'children'],
  ['pobl', 'people'],
  ['rhieni', 'parents'],
  ['seibiant', 'respite'],
  ['sgwrs', 'chat'],
  ['siop', 'shop'],
  ['siopa', 'shopping'],
  ['tai', 'housing'],
  ['technoleg', 'technology'],
  ['teithio', 'travel'],
  ['teulu', 'family'],
  ['teuluoedd', 'families'],
  ['unigrwydd', 'loneliness'],
  ['ymarfer', 'exercise'],
];

// What a consonant may become after another word: soft, nasal, aspirate.
const MUTATIONS: readonly (readonly [string, readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['c', ['g', 'ngh', 'ch']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['g', ['', 'ng']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['m', ['f']],
];

// These look like what another letter becomes, and never change themselves.
const FIXED = /^(?:ch|ph|th|dd|ff)/;

const BY_WORD = byWord();

/** The words that mean the same in the two languages, mutated forms of the Welsh ones included; empty when it is not known. */
export function sameIn(word: string): readonly string[] {
  return BY_WORD.get(word) ?? [];
}

/** The forms that a Welsh word takes after others, without its own: "gofal" is "ofal" and "ngofal". */
export function mutationsOf(word: string): readonly string[] {
  if (FIXED.test(word)) return [];
  const mutation = MUTATIONS.find(([letters]) => word.startsWith(letters));
  return mutation?.[1].map((letters) => letters + word.slice(mutation[0].length)) ?? [];
}

function byWord(): Map<string, string[]> {
  const meanings = new Map<string, Set<string>>();
  for (const [welsh, english] of WELSH_WORDS) {
    // Mutated forms of short words are English ones too often: "tai" would be found by "thai".
    const forms = [welsh, ...(welsh.length < 4 ? [] : mutationsOf(welsh))];
    const all = [...forms, english];
    for (const word of all) meanings.set(word, new Set([...(meanings.get(word) ?? []), ...all]));
  }
  return new Map([...meanings].map(([word, all]) => [word, [...all].filter((other) => other !== word)]));
}
