package org.undatacube.gateway.cache;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.undatacube.gateway.cache.Questions.Outcome;
import org.undatacube.gateway.problem.GatewayProblem;
import org.undatacube.gateway.routing.EventLoops;
import org.undatacube.gateway.routing.SafeMethods;
import org.undatacube.gateway.routing.Step;
import org.undatacube.gateway.routing.WholeBody;
import org.undatacube.http.EntityTags;
import org.undatacube.http.Problem;

/**
 * Answers from what is kept. What is not there, or has to be confirmed, is asked once for all who wait for it; who came
 * after it was sent waits for the next one, so that nobody gets an answer from before his question.
 */
@ApplicationScoped
@Priority(Step.LOOK_IN_CACHE)
class Caching implements ProxyInterceptor {
    /** After so many questions of others that brought nothing a caller asks by itself. */
    private static final int MOST_WAITS = 3;

    private final KeptAnswers kept;
    private final Questions questions;
    private final long largest;

    Caching(KeptAnswers kept, Questions questions, CacheConfig config) {
        this.kept = kept;
        this.questions = questions;
        this.largest =
                Math.min(config.largest().asLongValue(), config.memoryLimit().asLongValue());
    }

    /** A caller and what it wants. */
    private record Asking(ProxyContext context, Target target, Directives wanted, Moment arrived, Context loop) {
        ProxyRequest request() {
            return context.request();
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        Directives wanted = Directives.of(request.headers());
        Target target = Target.of(request);
        if (!SafeMethods.ALL.contains(request.getMethod())) {
            return context.sendRequest().map(answer -> changed(target, answer));
        }
        if (largest == 0 || !Sharing.isPossible(request, wanted)) {
            return passedOn(context, CacheStatus.BYPASS);
        }
        Asking asking = new Asking(context, target, wanted, Moment.now(), EventLoops.of(request.proxiedRequest()));
        return Sharing.hasCredentials(request) ? answerKnown(asking) : answer(asking, 0);
    }

    /** Without asking for others: what this caller gets is nobody else's. */
    private Future<ProxyResponse> answerKnown(Asking asking) {
        return kept.find(kept.key(asking.target, asking.request().headers()))
                .filter(KeptAnswer::isPublic)
                .filter(answer -> answer.isUsable(asking.arrived, asking.wanted))
                .map(answer -> Future.succeededFuture(given(asking, answer, CacheStatus.hit(answer))))
                .orElseGet(() -> passedOn(asking.context, CacheStatus.BYPASS));
    }

    private Future<ProxyResponse> answer(Asking asking, int waits) {
        AnswerKey key = kept.key(asking.target, asking.request().headers());
        Optional<KeptAnswer> known = kept.find(key);
        if (known.filter(answer -> answer.isUsable(asking.arrived, asking.wanted))
                .isPresent()) {
            KeptAnswer answer = known.get();
            return Future.succeededFuture(
                    given(asking, answer, waits == 0 ? CacheStatus.hit(answer) : CacheStatus.COLLAPSED));
        }
        if (asking.wanted.has("only-if-cached")) {
            return Future.failedFuture(new Problem(
                    GatewayProblem.NOT_KEPT, "The gateway has no answer that may be given without asking a service."));
        }
        if (asking.request().getMethod().equals(HttpMethod.HEAD) || kept.isPassing(key) || waits == MOST_WAITS) {
            return passedOn(asking.context, known.isPresent() ? CacheStatus.STALE : CacheStatus.MISS);
        }
        if (questions.begin(key)) {
            return ask(asking, key, known);
        }
        return questions
                .outcome(key, asking.loop)
                .compose(outcome -> outcome == Outcome.NOT_SHARED
                        ? passedOn(asking.context, CacheStatus.MISS)
                        : answer(asking, waits + 1));
    }

    private Future<ProxyResponse> ask(Asking asking, AnswerKey key, Optional<KeptAnswer> known) {
        MultiMap headers = asking.request().headers();
        // its own condition is judged here, once the answer is there
        EntityTags has = EntityTags.of(headers.getAll(HttpHeaders.IF_NONE_MATCH));
        headers.remove(HttpHeaders.IF_NONE_MATCH);
        headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
        known.map(KeptAnswer::etag).ifPresent(tag -> headers.set(HttpHeaders.IF_NONE_MATCH, tag));
        MultiMap sent = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        Moment now = Moment.now();
        return asking.context
                .sendRequest()
                .compose(answer -> taken(asking, key, known, sent, now, answer))
                .map(answer -> conditional(asking.request(), has, answer))
                .onFailure(failure -> failed(asking, key, failure));
    }

    private Future<ProxyResponse> taken(
            Asking asking,
            AnswerKey key,
            Optional<KeptAnswer> known,
            MultiMap sent,
            Moment asked,
            ProxyResponse answer) {
        if (known.isPresent() && answer.getStatusCode() == HttpResponseStatus.NOT_MODIFIED.code()) {
            KeptAnswer confirmed = known.get().confirmed(answer.headers(), asked);
            answer.release();
            keep(asking, key, sent, confirmed);
            return Future.succeededFuture(whole(asking.request(), confirmed, CacheStatus.CONFIRMED));
        }
        if (!Sharing.mayKeep(answer, largest)) {
            kept.forget(key);
            if (answer.getStatusCode() == HttpResponseStatus.OK.code()) {
                kept.pass(key);
            }
            questions.end(key, Outcome.NOT_SHARED);
            CacheStatus.say(answer, known.isPresent() ? CacheStatus.STALE : CacheStatus.MISS);
            return Future.succeededFuture(answer);
        }
        return WholeBody.of(answer.getBody().stream()).map(body -> {
            KeptAnswer whole = KeptAnswer.of(MultiMap.caseInsensitiveMultiMap().addAll(answer.headers()), body, asked);
            keep(asking, key, sent, whole);
            CacheStatus.say(answer, known.isPresent() ? CacheStatus.REPLACED : CacheStatus.STORED);
            return answer.setBody(Body.body(body));
        });
    }

    private void keep(Asking asking, AnswerKey key, MultiMap sent, KeptAnswer answer) {
        kept.keep(asking.target, sent, answer);
        questions.end(key, Outcome.LOOK_AGAIN);
    }

    /** Others fail with the service, but not because one of them went away. */
    private void failed(Asking asking, AnswerKey key, Throwable failure) {
        if (asking.request().proxiedRequest().response().closed()) {
            questions.end(key, Outcome.LOOK_AGAIN);
        } else {
            questions.fail(key, failure);
        }
    }

    private ProxyResponse given(Asking asking, KeptAnswer answer, String status) {
        ProxyRequest request = asking.request();
        EntityTags has = EntityTags.of(request.headers().getAll(HttpHeaders.IF_NONE_MATCH));
        return conditional(request, has, whole(request, answer, status));
    }

    private static ProxyResponse whole(ProxyRequest request, KeptAnswer answer, String status) {
        ProxyResponse response = request.release().response();
        response.headers().addAll(answer.headers());
        response.putHeader(HttpHeaders.AGE, Long.toString(answer.age()));
        CacheStatus.say(response, status);
        return response.setBody(Body.body(answer.body()));
    }

    /** 304 in place of what the caller has (RFC 9110, 15.4.5). */
    private static ProxyResponse conditional(ProxyRequest request, EntityTags has, ProxyResponse answer) {
        String tag = answer.headers().get(HttpHeaders.ETAG);
        if (answer.getStatusCode() != HttpResponseStatus.OK.code() || tag == null || !has.includeHeader(tag)) {
            return answer;
        }
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
        answer.release();
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.CONTENT_TYPE);
        ProxyResponse unchanged = request.release().response();
        unchanged.headers().addAll(headers);
        return unchanged.setStatusCode(HttpResponseStatus.NOT_MODIFIED.code());
    }

    private static Future<ProxyResponse> passedOn(ProxyContext context, String status) {
        return context.sendRequest().onSuccess(answer -> CacheStatus.say(answer, status));
    }

    /** What is kept of a target holds no longer when it was changed (RFC 9111, 4.4). */
    private ProxyResponse changed(Target target, ProxyResponse answer) {
        if (answer.getStatusCode() < HttpResponseStatus.BAD_REQUEST.code()) {
            kept.forget(target);
        }
        return answer;
    }
}
