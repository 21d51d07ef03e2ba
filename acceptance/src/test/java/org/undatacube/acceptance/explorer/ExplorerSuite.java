package org.undatacube.acceptance.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/** Gives tests an {@link Explorer}: one browser and one suite of its own with the sample, for all classes of this package. */
final class ExplorerSuite implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(ExplorerSuite.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> executable = Chromium.executable();
        if (executable.isEmpty()) {
            String reason = "There is no Chromium on the path; acceptance/chromium installs it, or CHROMIUM names it.";
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            abort(reason);
        }
        context.getRoot().getStore(OWN).computeIfAbsent(Explorer.class, key -> start(executable.get()), Explorer.class);
    }

    private static Explorer start(Path executable) {
        RunningSuite suite = RunningSuite.another();
        Loader.Run run = suite.loader().run("load", "sample");
        assertEquals(0, run.exitCode(), run::output);
        return new Explorer(suite, Chromium.start(executable));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Explorer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(OWN).get(Explorer.class, Explorer.class);
    }
}
