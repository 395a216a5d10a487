package city.gewu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The peer: a workflow engine with the same stages as user tasks, its history at the default
/// level, nothing asynchronous. Starting a process reports the problem; each task that is completed
/// is one stage.
final class FlowableLifecycle implements Lifecycle {

    private static final String PROCESS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="gewu">
              <process id="case" isExecutable="true">
                <startEvent id="reported"/>
                <sequenceFlow id="f1" sourceRef="reported" targetRef="accept"/>
                <userTask id="accept"/>
                <sequenceFlow id="f2" sourceRef="accept" targetRef="file"/>
                <userTask id="file"/>
                <sequenceFlow id="f3" sourceRef="file" targetRef="dispatch"/>
                <userTask id="dispatch"/>
                <sequenceFlow id="f4" sourceRef="dispatch" targetRef="takeUp"/>
                <userTask id="takeUp"/>
                <sequenceFlow id="f5" sourceRef="takeUp" targetRef="handle"/>
                <userTask id="handle"/>
                <sequenceFlow id="f6" sourceRef="handle" targetRef="requestCheck"/>
                <userTask id="requestCheck"/>
                <sequenceFlow id="f7" sourceRef="requestCheck" targetRef="check"/>
                <userTask id="check"/>
                <sequenceFlow id="f8" sourceRef="check" targetRef="close"/>
                <userTask id="close"/>
                <sequenceFlow id="f9" sourceRef="close" targetRef="closed"/>
                <endEvent id="closed"/>
              </process>
            </definitions>
            """;

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    FlowableLifecycle(BenchServer server, int connections) {
        pool = server.open("flowable", connections);
        engine =
                ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                        .setDataSource(pool)
                        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                        .setAsyncExecutorActivate(false)
                        .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("case.bpmn20.xml", PROCESS)
                .deploy();
    }

    @Override
    public String name() {
        return "Flowable " + ProcessEngine.VERSION;
    }

    @Override
    public void carryOneCase() {
        String id =
                engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "case",
                                Map.of(
                                        "category", "E0110",
                                        "description", "rubbish beside the bins",
                                        "address", "Xiangshan Avenue 12"))
                        .getId();
        var tasks = engine.getTaskService();
        for (int stage = 2; stage <= STAGES; stage++) {
            String task = tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
            if (stage == 4) {
                tasks.complete(task, Map.of("department", "D1"));
            } else {
                tasks.complete(task);
            }
        }
    }

    @Override
    public void rest() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public long countClosed() {
        return JdbcClient.create(pool)
                .sql(
                        "select count(*) from act_hi_procinst where end_act_id_ = 'closed'"
                                + " and end_time_ is not null")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
