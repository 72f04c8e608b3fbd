package dev.squaresync.systemtests.histories;

import com.rabbitmq.client.Channel;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.beans.DirectFieldAccessor;

/** A service's listener to one queue, behind the advice of its container, as a delivery finds it. */
final class ServiceListener {

    private final String queue;
    private final Delivery delivery;

    /** The shape in which a container calls its listener, which the advice relies on. */
    interface Delivery {
        void invokeListener(@Nullable Channel channel, Object message) throws Exception;
    }

    ServiceListener(String queue, AbstractMessageListenerContainer container) {
        this.queue = queue;
        Object listener = container.getMessageListener();
        Delivery plain = (channel, message) -> call(listener, (Message) message);
        ProxyFactory factory = new ProxyFactory(Delivery.class, new SingletonTargetSource(plain));
        for (Advice advice : (Advice[]) new DirectFieldAccessor(container).getPropertyValue("adviceChain")) {
            factory.addAdvice(advice);
        }
        this.delivery = (Delivery) factory.getProxy(getClass().getClassLoader());
    }

    String queue() {
        return queue;
    }

    /** Returns when the delivery may be acked. */
    void deliver(Message message) throws Exception {
        delivery.invokeListener(null, message);
    }

    private static void call(Object listener, Message message) throws Exception {
        if (listener instanceof ChannelAwareMessageListener aware) {
            aware.onMessage(message, null);
        } else {
            ((MessageListener) listener).onMessage(message);
        }
    }
}
