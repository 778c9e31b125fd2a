/** What may stand in an element, in the order of its type: ISO/IEC 29500-1 annex A, those that are sequences. */
export const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  ),
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  ),
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'.split(
      ' ',
    ),
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(
    ' ',
  ),
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings'.split(
      ' ',
    ),
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr'.split(
      ' ',
    ),
  lvl: 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'.split(' '),
  tblBorders: 'top start left bottom end right insideH insideV'.split(' '),
  tcBorders: 'top start left bottom end right insideH insideV tl2br tr2bl'.split(' '),
  tblCellMar: 'top start left bottom end right'.split(' '),
  tcMar: 'top start left bottom end right'.split(' '),
  tbl: 'tblPr tblGrid tr'.split(' '),
  tr: 'tblPrEx trPr tc'.split(' '),
  tc: 'tcPr p'.split(' '),
};

/** The names of the children of every element of a name, without their prefix. */
export function children(xml: string, name: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  const open: { readonly name: string; readonly children: string[] }[] = [];
  for (const [, close, tag = '', empty] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (close === '/') {
      open.pop();
      continue;
    }
    open.at(-1)?.children.push(tag.replace(/^w:/, ''));
    const element = { name: tag, children: [] };
    if (tag === name) found.push(element.children);
    if (empty !== '/') open.push(element);
  }
  return found;
}
