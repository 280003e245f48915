import { registerEnumType } from 'type-graphql';
import { OutcomeDomain } from '../api/common/outcome-domain.ts';

registerEnumType(OutcomeDomain, {
  name: 'OutcomeDomain',
  description: 'Part of life that an outcome belongs to: the ten outcomes of the Care Act, and anything else.',
  valuesConfig: {
    NUTRITION: { description: 'Managing and maintaining nutrition.' },
    PERSONAL_HYGIENE: { description: 'Maintaining personal hygiene.' },
    TOILET_NEEDS: { description: 'Managing toilet needs.' },
    CLOTHING: { description: 'Being appropriately clothed.' },
    HOME_SAFETY: { description: 'Being able to make use of the home safely.' },
    HABITABLE_HOME: { description: 'Maintaining a habitable home.' },
    RELATIONSHIPS: { description: 'Developing and maintaining family or other personal relationships.' },
    WORK_AND_LEARNING: { description: 'Accessing and engaging in work, training, education or volunteering.' },
    COMMUNITY: { description: 'Making use of facilities or services in the local community.' },
    CARING_FOR_A_CHILD: { description: 'Carrying out caring responsibilities for a child.' },
    OTHER: { description: 'Anything else that matters to the person.' },
  },
});

export { OutcomeDomain };
