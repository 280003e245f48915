import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/agreement.ts';
import { Money } from '../../schema/money.ts';
import { TermChange, TermLine } from '../../schema/terms.ts';
import type { Context } from '../platform/context.ts';
import { read } from '../platform/read/read.ts';
import {
  factsOf,
  namesIn,
  partiesIn,
  readStatus,
  readStatusSentence,
  readWaiting,
  weeklyLeftAfterPence,
} from './read-agreement.ts';
import { acceptingSide, canWithdraw, partiesOf, signingParty, writingSide } from './agreement.policy.ts';
import {
  AgreementStatus,
  decideAcceptance,
  decideCounter,
  decideSignature,
  decideWithdrawal,
  isOpen,
  PartyRole,
  partyRoles,
} from './agreement.rules.ts';
import { type AgreementRow, agreementView } from './agreement.view.ts';
import { changesBetween, linesOf, unchangedLines } from './terms-words.rules.ts';

@Resolver(() => gql.Agreement)
export class AgreementResolver {
  @Query(() => gql.Agreement, {
    nullable: true,
    description: 'Agreement of that id; null when absent or not yours to see.',
  })
  agreement(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Identifier of the agreement.' }) id: string,
  ) {
    return read(ctx, agreementView, info, { id });
  }

  @FieldResolver(() => AgreementStatus)
  status(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    return readStatus(row, ctx.now());
  }

  @FieldResolver(() => String)
  statusSentence(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    return readStatusSentence(row, ctx.viewer, ctx.now());
  }

  @FieldResolver(() => [PartyRole])
  waitingFor(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    return readWaiting(row, ctx.now());
  }

  @FieldResolver(() => Boolean)
  waitingForMe(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    const mine = partiesOf(ctx.viewer, partiesIn(row));
    return readWaiting(row, ctx.now()).some((party) => mine.includes(party));
  }

  @FieldResolver(() => [gql.AgreementParty])
  parties(@Root() row: AgreementRow) {
    const names = namesIn(row);
    return partyRoles(row.budgetId !== null).map((role) => {
      const signed = row.signatures.find(({ party }) => party === role);
      return {
        id: `${row.id}:${role}`,
        role,
        name: names[role],
        hasAccepted: role !== 'BUDGET_HOLDER' && row.accepted.includes(role),
        signature: signed
          ? {
              signedBy: signed.signedName,
              signedAt: signed.signedAt,
              method: signed.method,
              termsNumber: signed.number,
              fingerprint: signed.hash.slice(0, 4),
            }
          : null,
      };
    });
  }

  @FieldResolver(() => [TermChange])
  changes(@Root() row: AgreementRow) {
    return row.previous ? changesBetween(row.previous, row.latest, row.latest.reasons) : [];
  }

  @FieldResolver(() => [TermLine])
  unchanged(@Root() row: AgreementRow) {
    return row.previous ? unchangedLines(row.previous, row.latest) : linesOf(row.latest);
  }

  @FieldResolver(() => Money)
  weeklyDifference(@Root() row: AgreementRow) {
    return row.previous ? row.latest.weeklyCostPence - row.previous.weeklyCostPence : null;
  }

  @FieldResolver(() => Money)
  budgetLeftAfter(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    return weeklyLeftAfterPence(row, ctx.now());
  }

  @FieldResolver(() => PartyRole)
  viewerRole(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    return signingParty(ctx.viewer, partiesIn(row));
  }

  @FieldResolver(() => Boolean)
  viewerCanAccept(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    const side = acceptingSide(ctx.viewer, partiesIn(row));
    return side !== null && decideAcceptance(factsOf(row), side, row.latest.hash, ctx.now()).ok;
  }

  @FieldResolver(() => Boolean)
  viewerCanCounter(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    const side = writingSide(ctx.viewer, partiesIn(row));
    return side !== null && decideCounter(factsOf(row), side, row.latest.hash, ctx.now()).ok;
  }

  @FieldResolver(() => Boolean)
  viewerCanDecline(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    const side = acceptingSide(ctx.viewer, partiesIn(row));
    return side !== null && isOpen(row) && decideAcceptance(factsOf(row), side, row.latest.hash, ctx.now()).ok;
  }

  @FieldResolver(() => Boolean)
  viewerCanWithdraw(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    return canWithdraw(ctx.viewer, partiesIn(row)) && decideWithdrawal(row, 'any').ok;
  }

  @FieldResolver(() => Boolean)
  viewerCanSign(@Ctx() ctx: Context, @Root() row: AgreementRow) {
    const party = signingParty(ctx.viewer, partiesIn(row));
    const signing = { hash: row.latest.hash, typedName: 'any', hasRead: true };
    return party !== null && decideSignature(factsOf(row), party, signing).ok;
  }
}
