package org.undatacube.aggregation.ask;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers the method QUERY (RFC 10008): safe and idempotent as GET, with the question in the body. */
@Documented
@HttpMethod(Query.NAME)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Query {
    String NAME = "QUERY";
}
