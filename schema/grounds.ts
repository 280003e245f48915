/** What the codes mean with which any decision for an individual can be refused. */
export const GROUNDS_MEANING = {
  KIND_DOES_NOT_COVER: { description: 'Authority that you hold does not cover this kind of decision.' },
  EVIDENCE_NOT_SEEN: { description: 'Nobody has seen the evidence of the authority that you hold.' },
  CAPACITY_PRESUMED: { description: 'Individual can decide this: no record about this decision says otherwise.' },
  CAPACITY_LACKING: {
    description:
      'Record about this decision says that the individual could not make it, and you hold no authority that outlasts that.',
  },
  MANDATE_DOES_NOT_COVER: { description: 'What the individual lets you do never includes where they live.' },
  NEEDS_PARENT: { description: 'Child is below 16: somebody with parental responsibility decides.' },
  CHILD_WITHOUT_PARENT: { description: 'Child is below 16 and nobody is recorded as holding parental responsibility.' },
} as const;
