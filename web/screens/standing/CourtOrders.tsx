import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { EndWithReason } from './EndWithReason.tsx';
import { LiftCourtOrder, type StandingIndividual } from './standing.query.ts';

const text = words.standing;

type Order = StandingIndividual['courtOrders'][number];

/** Orders that stop sharing, for the authority alone, each to lift with a reason. */
export function CourtOrders({ orders }: { readonly orders: readonly Order[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">{text.orders.heading}</h2>
      <p className="govuk-body">{orders.length === 0 ? text.orders.none : text.orders.lead}</p>
      {orders.map((order) => (
        <OrderCard order={order} key={order.id} />
      ))}
    </>
  );
}

function OrderCard({ order }: { readonly order: Order }) {
  const { problems, attempt, isBusy, act } = useAct(LiftCourtOrder);
  const name = order.person?.name ?? words.unknown;
  const field = `${order.id}-reason`;
  const send = (reason: string) => act({ courtOrderId: order.id, reason });
  return (
    <section className="kith-card" aria-labelledby={`${order.id}-name`}>
      <h3 className="govuk-heading-s" id={`${order.id}-name`}>
        {text.orders.line(name, day(order.orderedOn))}
      </h3>
      <p className="govuk-body">{order.evidence}</p>
      {order.liftedReason !== null && <p className="govuk-body">{text.orders.lifted(order.liftedReason)}</p>}
      {order.viewerCanLift && (
        <EndWithReason
          id={field}
          label={text.lift}
          of={text.liftOf(name)}
          question={text.liftWhy}
          yes={text.yesLift}
          act={{ problems: problems.map(({ message }) => ({ message, field: [field] })), attempt, isBusy, send }}
        />
      )}
    </section>
  );
}
