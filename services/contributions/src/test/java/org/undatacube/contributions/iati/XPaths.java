package org.undatacube.contributions.iati;

import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Asks documents in XPath. */
final class XPaths {
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    List<Node> nodes(Node context, String path) throws XPathExpressionException {
        NodeList found = (NodeList) xpath.evaluate(plain(path), context, XPathConstants.NODESET);
        List<Node> nodes = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            nodes.add(found.item(index));
        }
        return nodes;
    }

    List<String> texts(Node context, String path) throws XPathExpressionException {
        return nodes(context, path).stream().map(Node::getTextContent).toList();
    }

    /** Empty where there is none. */
    String text(Node context, String path) throws XPathExpressionException {
        return xpath.evaluate(plain(path), context);
    }

    boolean holds(Node context, String condition) throws XPathExpressionException {
        return (Boolean) xpath.evaluate(plain(condition), context, XPathConstants.BOOLEAN);
    }

    /** The documents are read without namespaces, where {@code xml:lang} is a name like any other. */
    private static String plain(String path) {
        return path.replace("@xml:lang", "@*[name() = 'xml:lang']");
    }
}
