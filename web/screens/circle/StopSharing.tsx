import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { EndCircleMember, type CircleMember } from './circle.query.ts';

const text = words.circle;

interface StopSharingProps {
  readonly member: CircleMember;
  readonly name: string;
  readonly isAsking: boolean;
  readonly onAsk: (isAsking: boolean) => void;
  readonly onDone: () => void;
}

/** Ends somebody's place in the circle: one press asks, the next does it. Whoever cannot change it leaves by it. */
export function StopSharing({ member, name, isAsking, onAsk, onDone }: StopSharingProps) {
  const { problems, attempt, isBusy, act } = useAct(EndCircleMember);
  const isLeaving = !member.viewerCanChange;
  const send = async () => {
    const done = await act({ circleMemberId: member.id, version: member.version });
    if (done !== null) onDone();
  };
  if (!isAsking) {
    return (
      <Button kind="SECONDARY" type="button" onClick={() => onAsk(true)}>
        {isLeaving ? text.leave : text.end}
        {!isLeaving && <span className="govuk-visually-hidden">{text.endWith(name)}</span>}
      </Button>
    );
  }
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      <p className="govuk-body govuk-!-font-weight-bold" role="alert">
        {isLeaving ? text.sure.leave : text.sure.end(name)}
      </p>
      <div className="govuk-button-group">
        <Button kind="WARNING" isBusy={isBusy}>
          {isLeaving ? text.sure.yesLeave : text.sure.yes}
        </Button>
        <Button kind="SECONDARY" type="button" onClick={() => onAsk(false)}>
          {text.sure.no}
        </Button>
      </div>
    </Form>
  );
}
