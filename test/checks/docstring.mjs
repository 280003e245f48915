/** An eslint rule: every exported function says in a docstring what it promises. */
export const docstring = {
  meta: {
    type: 'suggestion',
    messages: { missing: 'Say in one sentence what {{name}} promises: /** … */ above the export.' },
  },
  create(context) {
    const isDocumented = (node) => {
      const above = context.sourceCode.getCommentsBefore(node).at(-1);
      return above?.type === 'Block' && above.value.startsWith('*');
    };
    const isFunction = (node) => node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
    const report = (node, name) => context.report({ node, messageId: 'missing', data: { name } });

    return {
      ExportNamedDeclaration(node) {
        const { declaration } = node;
        if (!declaration || isDocumented(node)) return;
        if (declaration.type === 'FunctionDeclaration') {
          const overloaded = node.parent.body.some(
            (each) =>
              each.type === 'ExportNamedDeclaration' &&
              each.declaration?.type === 'TSDeclareFunction' &&
              each.declaration.id.name === declaration.id.name,
          );
          if (!overloaded) report(node, declaration.id.name);
        }
        if (declaration.type !== 'VariableDeclaration') return;
        const [first] = declaration.declarations;
        if (isFunction(first.init)) report(node, first.id.name);
      },
    };
  },
};
