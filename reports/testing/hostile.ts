/** Texts that would do harm where they are not shown as text, by their contents. */
export const hostile = {
  markup: '</script></style>--><script>alert(1)</script>]]><!--<img src=x onerror=alert(1)>',
  controls:
    '\u001b[2J\u001b]0;title\u0007\u009b31m\b\b\r\u007f\u0000 \u202etxt.exe\u2066\u2069 \ud800 \udc00 \uffff \u200b',
  lines: '\n\r\n# title\n- item\n| cell |\n\u2028\u2029\u0085\f\v',
  punctuation:
    '`` ``` ~~~ **bold** [link](javascript:alert(1)) ![](x) | a | $x$ <details> @all \'; echo harmed; $(echo harmed) `echo harmed` "$HOME" & #1 \\',
};
