import type { ReactNode } from 'react';

/** One column: its heading, and whether it holds numbers. */
export interface Column {
  readonly heading: string;
  readonly isNumeric?: boolean | undefined;
}

/** One row: a key and one cell for each column; the first cell names the row. */
export interface Row {
  readonly id: string;
  readonly cells: readonly ReactNode[];
}

interface TableProps {
  readonly caption: string;
  readonly isCaptionHidden?: boolean | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table that stacks on a phone, where each cell says its own heading. */
export function Table({ caption, isCaptionHidden = false, columns, rows }: TableProps) {
  return (
    <table className="govuk-table kith-table" role="table">
      <caption className={isCaptionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>
        {caption}
      </caption>
      <thead className="govuk-table__head" role="rowgroup">
        <tr className="govuk-table__row" role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" className={cellClass('header', column)} key={column.heading}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr className="govuk-table__row" role="row" key={row.id}>
            {columns.map((column, position) => (
              <Cell column={column} isFirst={position === 0} key={column.heading}>
                {row.cells[position]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({
  column,
  isFirst,
  children,
}: {
  readonly column: Column;
  readonly isFirst: boolean;
  readonly children: ReactNode;
}) {
  if (isFirst) {
    return (
      <th scope="row" role="rowheader" className="govuk-table__header">
        {children}
      </th>
    );
  }
  return (
    <td role="cell" className={cellClass('cell', column)} data-label={column.heading}>
      {children}
    </td>
  );
}

function cellClass(kind: 'header' | 'cell', column: Column): string {
  const base = `govuk-table__${kind}`;
  return column.isNumeric === true ? `${base} ${base}--numeric` : base;
}
