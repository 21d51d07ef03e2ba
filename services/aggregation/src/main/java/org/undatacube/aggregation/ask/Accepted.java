package org.undatacube.aggregation.ask;

import org.undatacube.aggregation.export.Coding;
import org.undatacube.aggregation.export.Format;
import org.undatacube.http.Language;

/** How a request's headers want the answer, as far as the question itself does not say it. */
record Accepted(Format format, Language language, Coding coding) {}
