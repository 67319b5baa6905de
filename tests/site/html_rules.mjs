// Rules of html-validate for the site: everything it recommends, the standard and the accessibility sets.
// A rule that is off says why.
export const rules = {
  root: true,
  extends: ["html-validate:standard", "html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Lines end as the templates and texts end them; nobody reads them, and blanks at line ends compress away.
    "no-trailing-whitespace": "off",
    // Written as HTML5 allows it: <path …/> inside svg, <meta …> without a slash.
    "void-style": "off",
    // «Мектеп жөнүндө маалымат · Жаз-Булак орто мектеби» is longer than 70 letters for long official names; search engines
    // cut it, people do not mind.
    "long-title": "off",
    // Numbers are written with the no-break space itself; the rule wants the entity.
    "tel-non-breaking": "off",
    // Ids come from headings of texts, hyphens and Latin letters; those of the catalogue have dots (org.founded), by design.
    "valid-id": ["error", {relaxed: true}],
    "id-pattern": "off",
    // Documents are served as static files: integrity of own files says nothing.
    "require-sri": "off",
  },
};
