import { words } from '../../words/en.ts';
import type { CircleMember } from './circle.query.ts';

const text = words.circle;
const rings = [
  { level: 'COMMIT', radius: 78 },
  { level: 'SUGGEST', radius: 128 },
  { level: 'VIEW', radius: 178 },
] as const;
const size = 420;

/** The circle as a picture: nearer the middle is who may do more. The cards beside it say the same in words. */
export function CirclePicture({
  centre,
  circle,
}: {
  readonly centre: string;
  readonly circle: readonly CircleMember[];
}) {
  return (
    <figure className="kith-circle__picture">
      <svg viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={text.picture}>
        {rings.toReversed().map(({ level, radius }) => (
          <g key={level}>
            <circle className="kith-circle__ring" cx={size / 2} cy={size / 2} r={radius} />
            <text className="kith-circle__word" x={size / 2} y={size / 2 - radius + 17}>
              {text.rings[level]}
            </text>
          </g>
        ))}
        <circle className="kith-circle__self" cx={size / 2} cy={size / 2} r={36} />
        <text className="kith-circle__centre" x={size / 2} y={size / 2 + 5}>
          {shortened(centre)}
        </text>
        {rings.flatMap((ring) => placed(circle, ring))}
      </svg>
      <figcaption className="govuk-body-s">{text.pictureHint}</figcaption>
    </figure>
  );
}

/** The people of one ring, spread from lower left to lower right so that no name meets the ring's own word at its top. */
function placed(circle: readonly CircleMember[], { level, radius }: (typeof rings)[number]) {
  const here = circle.filter(({ mayDo }) => mayDo === level);
  return here.map((member, place) => {
    const angle = ((place + 1) / (here.length + 1)) * 1.5 * Math.PI - 0.25 * Math.PI;
    const [x, y] = [size / 2 + radius * Math.cos(angle), size / 2 + radius * Math.sin(angle)];
    return (
      <g key={member.id}>
        <circle className="kith-circle__dot" cx={x} cy={y} r={9} />
        <text className="kith-circle__name" x={x} y={y + 24}>
          {shortened(member.person?.preferredName ?? member.relation)}
        </text>
      </g>
    );
  });
}

function shortened(name: string): string {
  return name.length > 12 ? `${name.slice(0, 11)}…` : name;
}
