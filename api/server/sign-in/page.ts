/** Plain pages of sign-in: no script, one style sheet, whole sentences. `body` is HTML that the caller has escaped. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Kith</title>
<link rel="stylesheet" href="/sign-in/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<header><p>Kith</p></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** Makes text safe inside HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The style sheet of those pages. */
export const PLAIN_STYLE = `
:root { color: #0b0c0c; background: #fff; font: 1.1875rem/1.5 Helvetica, Arial, sans-serif; }
body { margin: 0; }
header { background: #3b2a5c; color: #fff; }
header p { margin: 0 auto; max-width: 44rem; padding: .75rem 1rem; font-weight: bold; font-size: 1.5rem; }
main { margin: 0 auto; max-width: 44rem; padding: 1rem; }
h1 { font-size: 2rem; line-height: 1.2; }
ul { list-style: none; padding: 0; }
li { margin: 0 0 .75rem; }
a { color: #4a2f82; }
button { width: 100%; text-align: left; font: inherit; color: #0b0c0c; background: #f3f2f1; border: 1px solid #505a5f; padding: .75rem 1rem; cursor: pointer; }
button strong { display: block; color: #4a2f82; }
button:hover { background: #e4e0ec; }
a:focus, button:focus { outline: 3px solid #fd0; outline-offset: 0; box-shadow: inset 0 0 0 2px #0b0c0c; }
`;
