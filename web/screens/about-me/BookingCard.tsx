import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Input } from '../../components/Input.tsx';
import { Tag } from '../../components/Tag.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { nearDay } from '../../words/format.ts';
import { type Booking, SettleInterpreterBooking } from './interpreter.query.ts';

const text = words.interpreters;
const kinds = words.aboutMe.communication.interpreters;
const colours = { ASKED: 'yellow', BOOKED: 'green', CANCELLED: 'grey' } as const;

interface BookingCardProps {
  readonly booking: Booking;
  readonly canSettle: boolean;
  /** Says in a sentence what was done. */
  readonly onNews: (sentence: string) => void;
}

/** One interpreter wanted: when, where, what for, and whether somebody comes. */
export function BookingCard({ booking, canSettle, onNews }: BookingCardProps) {
  const { state, language, interpreter, bookedWith, askedBy } = booking;
  const kind = [kinds[interpreter], language].filter(Boolean).join(', ');
  const facts = [
    [text.where, booking.place],
    [text.who, state === 'BOOKED' ? bookedWith : null],
    [text.askedBy, askedBy?.name],
  ] as const;
  return (
    <section className="kith-card" aria-labelledby={`${booking.id}-what`}>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={`${booking.id}-what`}>
        {booking.purpose}
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {text.when(nearDay(booking.wantedOn), booking.startsAt, booking.minutes)}. {kind}.
      </p>
      <p>
        <Tag colour={colours[state]}>{text.states[state]}</Tag>
      </p>
      <dl className="kith-facts">
        {facts.map(
          ([key, value]) =>
            value && (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {canSettle && state !== 'CANCELLED' && <Settle booking={booking} onNews={onNews} />}
    </section>
  );
}

function Settle({ booking, onNews }: Omit<BookingCardProps, 'canSettle'>) {
  const { problems: found, attempt, isBusy, act } = useAct(SettleInterpreterBooking);
  const id = `${booking.id}-bookedWith`;
  // Several such forms stand on the page, so the field of each carries its booking's id.
  const problems = found.map((problem) => ({ ...problem, field: problem.field ? [id] : null }));
  const settle = async (state: 'BOOKED' | 'CANCELLED', bookedWith: string | null) => {
    const done = await act({ bookingId: booking.id, version: booking.version, state, bookedWith });
    if (done !== null) onNews(text.done[state]);
  };
  const book = (form: FormData) => settle('BOOKED', textOf(form, id) || null);
  const about = <span className="govuk-visually-hidden">{text.book.about(booking.purpose)}</span>;
  return (
    <Form problems={problems} attempt={attempt} onSend={book}>
      <Input
        id={id}
        label={text.book.label}
        hint={text.book.hint}
        value={booking.bookedWith ?? ''}
        problem={problemOf(problems, id)}
      />
      <div className="govuk-button-group">
        <Button kind="SECONDARY" isBusy={isBusy}>
          {text.book.save}
          {about}
        </Button>
        <Button kind="SECONDARY" type="button" isBusy={isBusy} onClick={() => void settle('CANCELLED', null)}>
          {text.book.cancel}
          {about}
        </Button>
      </div>
    </Form>
  );
}
