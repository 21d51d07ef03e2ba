import { nothing } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Looks = Partial<Record<'width' | 'height' | 'backgroundColor' | 'color' | 'gridColumn' | 'paddingInlineStart', string | undefined>>;

/**
 * Sets computed styles through the element's style object. A `style` attribute, which lit's `styleMap` begins with, is
 * forbidden by the Content-Security-Policy. Use: `<span ${looks({ width: '40%' })}></span>`.
 */
class LooksDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) {
      throw new Error('looks() stands in the tag itself: <span ${looks(…)}>');
    }
  }

  render(_looks: Looks): unknown {
    return nothing;
  }

  override update(part: ElementPart, [looks]: [Looks]): unknown {
    const style = (part.element as HTMLElement).style;
    for (const [name, value] of Object.entries(looks) as [keyof Looks, string | undefined][]) {
      style[name] = value ?? '';
    }
    return nothing;
  }
}

export const looks = directive(LooksDirective);
